/**
 * What is known of each conversation, by slot, as columns. Those that were kept are read when somebody first asks for one:
 * whoever writes down messages needs three of seven.
 */
import { DamagedColumns, type StoredColumn } from './columnFile.ts'

/** In the order they are kept on disk. */
export const slotNames = [
  'contact',
  'channel',
  'category',
  'agent',
  'startedAt',
  'fromQuarter',
  'toQuarter',
] as const

export type SlotName = (typeof slotNames)[number]
type NumberColumn = Uint32Array | Int32Array | Float64Array

export class SlotColumns {
  readonly #read: ((name: SlotName) => StoredColumn) | null
  #contact: Uint32Array | null = null
  #channel: Uint32Array | null = null
  #category: Uint32Array | null = null
  #agent: Uint32Array | null = null
  #startedAt: Float64Array | null = null
  #fromQuarter: Int32Array | null = null
  #toQuarter: Int32Array | null = null

  /** `read`: a column as it was kept; null: there are no conversations yet. */
  constructor(read: ((name: SlotName) => StoredColumn) | null = null) {
    this.#read = read
  }

  /** Of what was read. */
  get bytes(): number {
    const columns = [
      this.#contact,
      this.#channel,
      this.#category,
      this.#agent,
      this.#startedAt,
      this.#fromQuarter,
      this.#toQuarter,
    ]
    return columns.reduce((sum, column) => sum + (column?.byteLength ?? 0), 0)
  }

  get contact(): Uint32Array {
    return (this.#contact ??= this.#kept('contact', Uint32Array))
  }

  set contact(column: Uint32Array) {
    this.#contact = column
  }

  get channel(): Uint32Array {
    return (this.#channel ??= this.#kept('channel', Uint32Array))
  }

  set channel(column: Uint32Array) {
    this.#channel = column
  }

  get category(): Uint32Array {
    return (this.#category ??= this.#kept('category', Uint32Array))
  }

  set category(column: Uint32Array) {
    this.#category = column
  }

  /** Who has the conversation now. */
  get agent(): Uint32Array {
    return (this.#agent ??= this.#kept('agent', Uint32Array))
  }

  set agent(column: Uint32Array) {
    this.#agent = column
  }

  /** When its first episode began; infinity where there is none. */
  get startedAt(): Float64Array {
    return (this.#startedAt ??= this.#kept('startedAt', Float64Array))
  }

  set startedAt(column: Float64Array) {
    this.#startedAt = column
  }

  /** Quarters of an hour since 1970, the end exclusive; both 0 where there are no rows. */
  get fromQuarter(): Int32Array {
    return (this.#fromQuarter ??= this.#kept('fromQuarter', Int32Array))
  }

  set fromQuarter(column: Int32Array) {
    this.#fromQuarter = column
  }

  get toQuarter(): Int32Array {
    return (this.#toQuarter ??= this.#kept('toQuarter', Int32Array))
  }

  set toQuarter(column: Int32Array) {
    this.#toQuarter = column
  }

  #kept<Column extends NumberColumn>(name: SlotName, Type: new (length: number) => Column): Column {
    const column = this.#read?.(name) ?? new Type(0)
    if (column instanceof Type) return column
    throw new DamagedColumns(`The column ${name} is of another kind.`)
  }
}
