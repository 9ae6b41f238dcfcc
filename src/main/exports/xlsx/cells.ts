/** One cell of a sheet as XML: typed, never a formula. */
import type { ExportTable } from '../../../shared/contract.ts'
import { offsetAt } from '../../../shared/period.ts'
import { xmlHead } from './xml.ts'
import { markup, type XmlBytes } from './xmlBytes.ts'

type TableKind = ExportTable['columns'][number]['kind']
/** `number`: as it is, without separators: an id, a code. */
export type CellKind = TableKind | 'number'
export type CellValue = string | number | null

const daySeconds = 86_400
const dayMs = daySeconds * 1000
/** Spreadsheets count days from 30 December 1899. */
const daysBefore1970 = 25_569
/** Number formats by kind, in the order of the styles behind the first two (plain, head). */
const formats = {
  count: '#,##0',
  duration: '[h]:mm:ss',
  rate: '0.0%',
  score: '0.00',
  time: 'yyyy-mm-dd hh:mm:ss',
} as const satisfies Partial<Record<CellKind, string>>
const formatted = Object.keys(formats) as readonly (keyof typeof formats)[]
/** Numbers below are the formats every spreadsheet has of its own. */
const firstFormat = 164

const plainStyle = 0
export const headStyle = 1

function styleOf(kind: CellKind): number {
  const index = formatted.findIndex((one) => one === kind)
  return index < 0 ? plainStyle : index + 2
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The member xl/styles.xml: what the styles of cells look like. */
export const stylesXml =
  `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="${formatted.length}">` +
  formatted
    .map((kind, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${formats[kind]}"/>`)
    .join('') +
  '</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${formatted.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  formatted
    .map(
      (_, index) =>
        `<xf numFmtId="${firstFormat + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    )
    .join('') +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** Writes cells of one column; `row` is the number of theirs, as markup. */
export type CellWriter = (value: string | number, row: Uint8Array, into: XmlBytes) => void

const numberEnd = markup('</v></c>')
const textEnd = markup('</t></is></c>')

/** Durations become fractions of a day, times those of the zone's clocks. */
export function cellWriter(letters: string, kind: CellKind, zone: string): CellWriter {
  const style = styleOf(kind)
  const start = startOf(letters)
  const content = markup(`"${attribute(style)}><v>`)
  const writeText = textWriter(letters, style)
  const numberOf = numberIn(kind, zone)
  return (value, row, into) => {
    if (typeof value === 'string') return writeText(value, row, into)
    if (kind === 'text') return writeText(String(value), row, into)
    if (!Number.isFinite(value)) return
    into.add(start)
    into.add(row)
    into.add(content)
    into.addNumber(numberOf(value))
    into.add(numberEnd)
  }
}

/** The same for texts alone. */
export function textWriter(
  letters: string,
  style = plainStyle,
): (text: string, row: Uint8Array, into: XmlBytes) => void {
  const start = startOf(letters)
  const content = markup(`"${attribute(style)} t="inlineStr"><is><t xml:space="preserve">`)
  return (text, row, into) => {
    into.add(start)
    into.add(row)
    into.add(content)
    into.addText(text)
    into.add(textEnd)
  }
}

function startOf(letters: string): Uint8Array {
  return markup(`<c r="${letters}`)
}

function attribute(style: number): string {
  return style === plainStyle ? '' : ` s="${style}"`
}

function numberIn(kind: CellKind, zone: string): (value: number) => number {
  if (kind === 'duration') return (value) => value / daySeconds
  if (kind === 'time') return (value) => (value + offsetAt(value, zone)) / dayMs + daysBefore1970
  return (value) => value
}

/** A, B, … Z, AA: the letters of a column from 0. */
export function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}
