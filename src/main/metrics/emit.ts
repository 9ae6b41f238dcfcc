/** How rows are handed on. */
import type { Row, StreamName } from './streams.ts'

/** Takes one row. The row is the taker's only until it returns: the next may be written over it. */
export type Emit = <S extends StreamName>(stream: S, row: Row) => void

/** What a row mostly has: nothing. */
export const plain = { other: -1, bits: 0, word: 0, k: -1, values: [], pauses: [] } as const
