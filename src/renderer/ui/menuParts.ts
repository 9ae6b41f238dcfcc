/** The library's menu in parts, for what `Menu` does not do: one menu for many triggers. */
export { Menu } from '@base-ui/react/menu'
