/** Files of tables read back: CSV by RFC 4180, spreadsheets by their XML, Parquet by DuckDB. Nothing of the writers is used. */
import { DuckDBInstance } from '@duckdb/node-api'
import { readFileSync } from 'node:fs'
import { unzipped } from './zip.ts'

/** Cells by column; times are epoch milliseconds or as the file tells them. */
export type ReadRow = Readonly<Record<string, string | number | null>>

export interface ReadTable {
  readonly names: readonly string[]
  readonly rows: readonly ReadRow[]
}

// ── CSV ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Lines of cells, as they stand in the text. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let inside = false
  for (let index = text.startsWith('\uFEFF') ? 1 : 0; index < text.length; index++) {
    const character = text[index]
    if (inside) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') cell += text[index++]
      else inside = false
    } else if (character === '"') inside = true
    else if (character === ',' || (character === '\r' && text[index + 1] === '\n')) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (character === '\r') {
        rows.push([])
        index += 1
      }
    } else cell += character
  }
  return rows.filter((row) => row.length > 0)
}

/** `texts`: columns that stay texts; all others are numbers or times. */
export function readCsv(path: string, texts: ReadonlySet<string>): ReadTable {
  const [names = [], ...lines] = parseCsv(readFileSync(path, 'utf8'))
  return tableOf(names, lines, (text, name) => {
    if (text === '' || text === undefined) return null
    if (texts.has(name)) return text.replace(/^'(?=\s*[=+\-@\t\r\n＝＋－＠])/u, '')
    return /^\d{4}-\d\d-\d\dT/u.test(text) ? Date.parse(text) : Number(text)
  })
}

// ── spreadsheets ─────────────────────────────────────────────────────────────────────────────────────────────────

/** One sheet, from 1, as its cells are stored: durations in days, times in days of the zone’s clocks. */
export function readSheet(archive: Uint8Array, sheet = 1): ReadTable {
  const lines = sheetCells(unzipped(archive, `xl/worksheets/sheet${sheet}.xml`))
  const names = (lines[0] ?? []).map(String)
  return tableOf(names, lines.slice(1), (cell) => cell ?? null)
}

function sheetCells(xml: string): (string | number | undefined)[][] {
  return [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gsu)].map(([, , cells = '']) => {
    const row: (string | number | undefined)[] = []
    for (const [, letters = '', attributes = '', content = ''] of cells.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gsu,
    ))
      row[columnOf(letters)] = attributes.includes('inlineStr')
        ? textIn(content)
        : Number(/<v>(.*?)<\/v>/u.exec(content)?.[1])
    return row
  })
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

function textIn(content: string): string {
  const text = /<t[^>]*>(.*?)<\/t>/su.exec(content)?.[1] ?? ''
  return text
    .replaceAll(/&(\w+);/gu, (_, name: string) => entities[name] ?? '?')
    .replaceAll(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

// ── Parquet ──────────────────────────────────────────────────────────────────────────────────────────────────────

export async function readParquet(path: string): Promise<ReadTable> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`)
    const columns = described.getRowObjects().map(({ column_name: name, column_type: type }) => ({
      name: String(name),
      type: String(type),
    }))
    const selected = columns.map(({ name, type }) =>
      type.startsWith('TIMESTAMP') ? `epoch_ms("${name}") AS "${name}"` : `"${name}"`,
    )
    const read = await connection.runAndReadAll(`SELECT ${selected.join(', ')} FROM '${path}'`)
    return {
      names: columns.map(({ name }) => name),
      rows: read
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, plain(cell)]))),
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function plain(cell: unknown): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  if (typeof cell === 'bigint') return Number(cell)
  throw new TypeError(`A cell is ${typeof cell}.`)
}

function tableOf<Cell>(
  names: readonly string[],
  lines: readonly (readonly Cell[])[],
  read: (cell: Cell | undefined, name: string) => string | number | null,
): ReadTable {
  return {
    names,
    rows: lines.map((line) =>
      Object.fromEntries(names.map((name, column) => [name, read(line[column], name)])),
    ),
  }
}
