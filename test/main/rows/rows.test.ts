/** Rows parsed back from every format, added up again, against the answer of the same scope. */
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rowColumns } from '../../../src/main/rows/writeRows.ts'
import type { Scope } from '../../../src/shared/contract.ts'
import { offsetAt } from '../../../src/shared/period.ts'
import { randomFor } from '../../../src/shared/random.ts'
import { datasets, rowFormats, type Dataset, type RowFormat } from '../../../src/shared/reporting.ts'
import { randomQuery, randomSettings } from '../../reference/asking.ts'
import { chaoticRecords } from '../../reference/chaos.ts'
import { withWorkspace, type Opened } from '../../reference/workspaces.ts'
import { readCsv, readParquet, readSheet, type ReadRow, type ReadTable } from '../../support/tables.ts'
import { conversationsAddUp, messagesAddUp } from './adding.ts'

const seeds = Array.from({ length: 20 }, (_, index) => 6001 + index)

function columnsOfKind(dataset: Dataset, kind: string): readonly string[] {
  return rowColumns({ dataset, hideNames: false }).flatMap((column) =>
    column.kind === kind ? [column.name] : [],
  )
}

/** Numbers as the contract has them: durations in seconds, times in epoch milliseconds. */
async function readBack(path: string, dataset: Dataset, format: RowFormat, zone: string): Promise<ReadTable> {
  if (format === 'csv') return readCsv(path, new Set(columnsOfKind(dataset, 'text')))
  if (format === 'parquet') return readParquet(path)
  const table = readSheet(readFileSync(path))
  const inDays = new Set(columnsOfKind(dataset, 'duration'))
  const times = new Set(columnsOfKind(dataset, 'time'))
  const cell = (name: string, value: string | number | null) => {
    if (typeof value !== 'number') return value
    if (inDays.has(name)) return Number((value * 86_400).toPrecision(15))
    return times.has(name) ? instantOf(value, zone) : value
  }
  return {
    ...table,
    rows: table.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(name, value)])),
    ),
  }
}

/** Of days of the zone’s clocks; what a change of the clocks shows twice is taken for the earlier one. */
function instantOf(days: number, zone: string): number {
  const wall = Math.round((days - 25_569) * 86_400_000)
  return wall - offsetAt(wall - offsetAt(wall, zone), zone)
}

async function written(
  { dir, reader }: Opened,
  scope: Scope,
  dataset: Dataset,
  format: RowFormat,
  hideNames = false,
): Promise<ReadTable> {
  const path = join(dir, `${dataset}.${format}`)
  const { rows } = await reader.writeRows({ dataset, format, scope, hideNames, language: 'en', path })
  const table = await readBack(path, dataset, format, scope.zone)
  expect(table.rows, `${dataset} as ${format}`).toHaveLength(rows)
  return table
}

describe('rows as files', () => {
  it('add up to the answer of their scope in every format, whatever the filters, hours and rules', async () => {
    for (const seed of seeds) {
      const random = randomFor('rows', seed)
      const settings = random.chance(0.5) ? randomSettings(random) : {}
      await withWorkspace([chaoticRecords(seed)], settings, async (opened) => {
        const { zone } = await opened.reader.workspace()
        const { scope } = randomQuery(random, opened.ledger, zone)
        const answer = await opened.reader.metrics({ scope, by: [], metrics: [] })
        for (const format of rowFormats) {
          conversationsAddUp(await written(opened, scope, 'conversations', format), answer)
          messagesAddUp(await written(opened, scope, 'messages', format), answer)
        }
      })
    }
  }, 120_000)
})

void ({} as ReadRow)
void datasets
