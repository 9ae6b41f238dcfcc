/** One cell of a sheet as XML: typed, never a formula. */
import type { ExportTable } from '../../../shared/contract.ts'
import { offsetAt } from '../../../shared/period.ts'

type TableKind = ExportTable['columns'][number]['kind']
/** `number`: as it is, without separators: an id, a code. */
export type CellKind = TableKind | 'number'
export type CellValue = string | number | null

const daySeconds = 86_400
const dayMs = daySeconds * 1000
/** Spreadsheets count days from 30 December 1899. */
const daysBefore1970 = 25_569
/** What a spreadsheet can show of one cell. */
const longestText = 32_767

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
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

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

/** Writes the cells of one column; the reference is its letters with the row's number. */
export type CellWriter = (value: CellValue, reference: string) => string

/** Durations become fractions of a day, times those of the zone's clocks. */
export function cellWriter(kind: CellKind, zone: string): CellWriter {
  const style = styleOf(kind)
  const styled = style === plainStyle ? '' : ` s="${style}"`
  const numberOf = numberIn(kind, zone)
  return (value, reference) => {
    if (value === null) return ''
    if (typeof value === 'string') return textCell(value, reference)
    if (kind === 'text') return textCell(String(value), reference)
    return Number.isFinite(value) ? `<c r="${reference}"${styled}><v>${numberOf(value)}</v></c>` : ''
  }
}

function numberIn(kind: CellKind, zone: string): (value: number) => number {
  if (kind === 'duration') return (value) => value / daySeconds
  if (kind === 'time') return (value) => (value + offsetAt(value, zone)) / dayMs + daysBefore1970
  return (value) => value
}

export function textCell(text: string, reference: string, style = plainStyle): string {
  const styled = style === plainStyle ? '' : ` s="${style}"`
  return `<c r="${reference}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

// oxlint-disable-next-line no-control-regex -- these are exactly the characters XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu
/** Spreadsheets read `_x0041_` as an A: what looks so by itself is marked. Parsers of XML drop carriage returns. */
const ambiguous = /_(?=x[\da-f]{4}_)/giu
// oxlint-disable-next-line no-control-regex -- see above
const special = /[<>&"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x/u
const marks = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' } as const

/** Control characters are no XML; a longer text would make the file unreadable. */
export function escaped(text: string): string {
  const short = text.length > longestText ? text.slice(0, longestText) : text
  if (!special.test(short)) return short
  return short
    .toWellFormed()
    .replaceAll(forbidden, '')
    .replaceAll(/[<>&"]/gu, (sign) => marks[sign as keyof typeof marks])
    .replaceAll(ambiguous, '_x005F_')
    .replaceAll('\r', '_x000D_')
}

/** A, B, … Z, AA: the letters of a column from 0. */
export function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}
