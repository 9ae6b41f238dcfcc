/** What rows are made from: one state of the columns, the store beside it, and the rules figures are counted by. */
import type { Scope } from '../../shared/contract.ts'
import type { CatalogueData } from '../metrics/catalogueAnswers.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'

export interface RowPorts {
  readonly cache: ReadableDb
  readonly columns: Columns
  readonly dictionary: WorkspaceDictionary
  readonly scope: Scope
  readonly data: CatalogueData
}

export interface RowChoice {
  /** Customers' names, numbers, ids and words are left out. */
  readonly hideNames: boolean
}
