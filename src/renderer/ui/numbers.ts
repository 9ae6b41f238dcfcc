/** Numbers in words are shared with the report, so that both say the same. */
export { type Format, formatFor } from '../../shared/numbers.ts'
