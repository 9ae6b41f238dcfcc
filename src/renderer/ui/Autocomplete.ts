/** The door to the library's field with suggestions, whose parts screens arrange themselves. */
export { Autocomplete } from '@base-ui/react/autocomplete'
