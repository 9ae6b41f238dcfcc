/** What the numbers in the columns are called. `row` is the store's row id, `id` what the contract shows. */
export interface Dictionary {
  readonly agents: readonly {
    readonly row: number
    readonly id: string
    readonly name: string
    /** Row ids of their teams; the first is the one their work counts for. */
    readonly teams: readonly number[]
    readonly active: boolean
    readonly role: string | null
  }[]
  readonly teams: readonly { readonly row: number; readonly id: string; readonly name: string }[]
  readonly channels: readonly {
    readonly row: number
    readonly id: string
    readonly name: string
    readonly phone: string | null
  }[]
  readonly categories: readonly { readonly row: number; readonly name: string }[]
  /** Texts that `word`s of rows stand for: templates, languages, `category COUNTRY` of pricing. */
  readonly words?: readonly { readonly row: number; readonly kind: string; readonly text: string }[]
}
