/** Text as the XML of spreadsheets holds it. */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a spreadsheet can show of one cell. */
export const longestText = 32_767

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
