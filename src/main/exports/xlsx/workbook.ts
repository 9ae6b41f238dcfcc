/** A spreadsheet written front to back, sheet by sheet and row by row, so that a large one needs no memory. */
import type { TakeBytes } from '../zip.ts'
import { createZip } from '../zip.ts'
import type { CellKind, CellValue, CellWriter } from './cells.ts'
import { cellWriter, headStyle, lettersOf, stylesXml, textWriter } from './cells.ts'
import { uniqueSheetNames } from './sheetNames.ts'
import { escaped, xmlHead } from './xml.ts'
import { markup, XmlBytes } from './xmlBytes.ts'

export interface SheetHead {
  readonly title: string
  readonly columns: readonly { readonly title: string; readonly kind: CellKind }[]
  /** In characters, one a column; absent: by the titles. */
  readonly widths?: readonly number[]
  /** What times are told in. */
  readonly zone: string
  /** Buttons in the head that narrow the rows. */
  readonly filter?: boolean
}

export interface Workbook {
  /** Begins the next sheet with its frozen head; the one before is finished. */
  beginSheet(head: SheetHead): Promise<void>
  /** Adds a row. `valueAt` gives its cells by column. */
  row(valueAt: (column: number) => CellValue): Promise<void>
  /** Lines of text under the rows, an empty one before them. */
  notes(lines: readonly string[]): Promise<void>
  finish(): Promise<void>
}

/** Rows of one sheet, its head aside. */
export const mostRows = 1_048_575

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** A moment as cells show it; a narrower column shows none of it. */
const timeWidth = 19
/** Bytes held until they are handed on. */
const mostPending = 1 << 16
const rowStart = markup('<row r="')
const rowContent = markup('">')
const rowEnd = markup('</row>')

interface OpenSheet {
  readonly lastLetters: string | undefined
  readonly cells: readonly CellWriter[]
  readonly filter: boolean
  /** Of the last row with cells; the head is 1. */
  row: number
  /** The same, notes aside. */
  lastRow: number
}

/** The bytes are handed to `take` in their order. @throws RangeError for more rows than a sheet holds. */
export function createWorkbook(take: TakeBytes): Workbook {
  const zip = createZip(take)
  const nameOf = uniqueSheetNames()
  const names: string[] = []
  let sheet: OpenSheet | null = null
  const xml = new XmlBytes()

  const put = (text: string) => zip.write(Buffer.from(text))
  const hand = () => zip.write(xml.take())
  const beginRow = (number: number) => {
    const row = markup(String(number))
    xml.add(rowStart)
    xml.add(row)
    xml.add(rowContent)
    return row
  }
  const endSheet = async () => {
    if (sheet === null) return
    const last = sheet.lastLetters
    const filter = sheet.filter && last !== undefined ? `<autoFilter ref="A1:${last}${sheet.lastRow}"/>` : ''
    await hand()
    await put(`</sheetData>${filter}</worksheet>`)
    sheet = null
  }
  const opened = (): OpenSheet => {
    if (sheet === null) throw new Error('A row was written before a sheet was begun.')
    return sheet
  }

  return {
    async beginSheet(head) {
      await endSheet()
      names.push(nameOf(head.title))
      await zip.begin(`xl/worksheets/sheet${names.length}.xml`)
      const letters = head.columns.map((_, column) => lettersOf(column))
      sheet = {
        lastLetters: letters.at(-1),
        cells: head.columns.map(({ kind }, column) => cellWriter(letters[column] ?? '', kind, head.zone)),
        filter: head.filter ?? false,
        row: 1,
        lastRow: 1,
      }
      await put(sheetStart(head, names.length === 1))
      const row = beginRow(1)
      for (const [column, { title }] of head.columns.entries())
        textWriter(letters[column] ?? '', headStyle)(title, row, xml)
      xml.add(rowEnd)
    },
    async row(valueAt) {
      const { cells } = opened()
      const number = ++opened().row
      if (number > mostRows + 1) throw new RangeError(`A sheet holds at most ${mostRows} rows.`)
      opened().lastRow = number
      const row = beginRow(number)
      for (let column = 0; column < cells.length; column++) {
        const value = valueAt(column)
        if (value !== null) cells[column]?.(value, row, xml)
      }
      xml.add(rowEnd)
      // A promise a row costs more than the row.
      if (xml.length >= mostPending) await hand()
    },
    async notes(lines) {
      opened().row += 1
      const write = textWriter('A')
      for (const line of lines) {
        const row = beginRow(++opened().row)
        write(line, row, xml)
        xml.add(rowEnd)
      }
    },
    async finish() {
      await endSheet()
      for (const [name, part] of partsOf(names)) {
        await zip.begin(name)
        await put(part)
      }
      await zip.finish()
    },
  }
}

function sheetStart({ columns, widths }: SheetHead, isFirst: boolean): string {
  const cols = columns.map(({ title, kind }, index) => {
    const longest = Math.max(kind === 'time' ? timeWidth : 0, widths?.[index] ?? title.length)
    const width = Math.min(60, Math.max(10, longest + 2))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return (
    `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '') +
    '<sheetData>'
  )
}

/** Everything of the archive that is no sheet. */
function partsOf(names: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  const sheets = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const related = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  const overrides = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
  )
  return [
    ['xl/styles.xml', stylesXml],
    [
      'xl/workbook.xml',
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="${packageRelations}">${related.join('')}` +
        `<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${packageRelations}">` +
        `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
  ]
}
