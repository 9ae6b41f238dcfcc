/**
 * The query language of search, parsed once for screen and engine: words, "phrases", prefixes (`order*`), filters
 * (`from:ana`, `before:2026-03-01`, `has:image`) and `-` before any of them for what must not be. Every text is a query:
 * what cannot be taken as it stands is left out and said in a notice, never guessed.
 */
import { addDays, parseBoundary, startOfDay } from './period.ts'
import { type SearchFilter, searchFilters, type SearchNotice, type SearchTerm } from './searching.ts'

export interface ParsedSearch {
  readonly terms: readonly SearchTerm[]
  readonly notices: readonly SearchNotice[]
}

export const longestSearch = 2000
export const mostTerms = 50

/** Values with a meaning of their own; filters that are not here take names or ids. */
export const filterValues = {
  has: [
    'image',
    'audio',
    'video',
    'document',
    'sticker',
    'location',
    'contacts',
    'media',
    'template',
    'link',
  ],
  is: [
    'sent',
    'delivered',
    'read',
    'failed',
    'edited',
    'revoked',
    'comment',
    'open',
    'closed',
    'waiting',
    'flagged',
  ],
  sentiment: ['negative', 'neutral', 'positive'],
} as const satisfies Partial<Record<SearchFilter, readonly string[]>>

/** Who may stand in `from:` and `to:` beside the names of agents. */
export const searchRoles = ['contact', 'agent', 'bot', 'automation', 'campaign', 'me'] as const

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
}
const anyQuote = /["“”„«»「」『』]/g
// Control characters part words like spaces: nobody typed them on purpose.
// oxlint-disable-next-line no-control-regex
const space = /[\s\u0000-\u001f\u007f]/
const days = /^\d{4}(-\d\d(-\d\d)?)?$/

/** Reads any text; never throws. The last word counts as still being typed unless a space follows it. */
export function parseSearch(text: string): ParsedSearch {
  const notices: SearchNotice[] = []
  const cut = text.slice(0, longestSearch)
  if (cut.length < text.length)
    notices.push({ code: 'too_long', source: text.slice(longestSearch, longestSearch + 20) })
  const terms: SearchTerm[] = []
  for (const piece of piecesOf(cut)) {
    if (terms.length === mostTerms) {
      notices.push({ code: 'too_many', source: piece.source })
      break
    }
    const term = termOf(piece, notices)
    if (term !== null) terms.push(term)
  }
  return { terms, notices }
}

/** The text that gives these terms again; how a chip that was changed or taken away gets back into the box. */
export function writeSearch(terms: readonly SearchTerm[]): string {
  return terms.map(({ source }) => source).join(' ')
}

/** A filter as typed: `from:"Ana Keller"`. Quotes in the value cannot be typed and are dropped. */
export function writeFilter(name: SearchFilter, value: string): string {
  const plain = value.replaceAll(anyQuote, '')
  return space.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`
}

/** The span a date filter's value names, from inclusive, to exclusive: a day, a month, a year, today or yesterday; null: no date. */
export function spanOf(
  value: string,
  zone: string,
  now: number,
): { readonly from: number; readonly to: number } | null {
  const today = startOfDay(now, zone)
  if (value === 'today') return { from: today, to: addDays(today, 1, zone) }
  if (value === 'yesterday') return { from: addDays(today, -1, zone), to: today }
  const [year = '', month, day] = days.test(value) ? value.split('-') : []
  if (year === '') return null
  const next =
    month === undefined || month === '12' ? `${nextOf(year, 4)}-01-01` : `${year}-${nextOf(month, 2)}-01`
  try {
    const from = parseBoundary(`${year}-${month ?? '01'}-${day ?? '01'}`, zone)
    return { from, to: day === undefined ? parseBoundary(next, zone) : addDays(from, 1, zone) }
  } catch {
    return null
  }
}

interface Piece {
  readonly source: string
  readonly not: boolean
  /** The filter's name as typed, lower case; null: a word or a phrase. */
  readonly name: string | null
  readonly text: string
  readonly quoted: boolean
  readonly closed: boolean
  /** Nothing follows: it may still be being typed. */
  readonly last: boolean
}

function* piecesOf(text: string): Generator<Piece> {
  for (let at = 0; at < text.length;) {
    if (space.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const from = at
    const next = text[at + 1]
    const not = text[at] === '-' && next !== undefined && !space.test(next)
    if (not) at += 1
    const name = nameAt(text, at)
    if (name !== null) at += name.length + 1
    const closing = quotes[text[at] ?? '']
    const quoted = closing !== undefined
    const end = quoted ? endOfPhrase(text, at, closing) : endOfWord(text, at)
    yield {
      // Closed, so that what is put behind it stays outside.
      source: text.slice(from, end.after) + (end.closed ? '' : '"'),
      not,
      name: name?.toLowerCase() ?? null,
      text: text.slice(quoted ? at + 1 : at, end.of),
      quoted,
      closed: end.closed,
      last: end.after === text.length,
    }
    at = end.after
  }
}

function termOf(piece: Piece, notices: SearchNotice[]): SearchTerm | null {
  const { source, not, quoted, last } = piece
  const text = piece.text.trim()
  if (!piece.closed) notices.push({ code: 'unclosed_quote', source })
  if (piece.name !== null) return filterOf(piece.name as SearchFilter, text, piece, notices)
  if (quoted) return text === '' ? null : { kind: 'phrase', source, not, text }
  const prefix = text.endsWith('*')
  const word = prefix ? text.replace(/\*+$/, '') : text
  return word === '' ? null : { kind: 'word', source, not, text: word, prefix: prefix || (last && !not) }
}

function filterOf(
  name: SearchFilter,
  value: string,
  { source, not }: Piece,
  notices: SearchNotice[],
): SearchTerm | null {
  const refuse = (code: SearchNotice['code']) => {
    notices.push({ code, source })
    return null
  }
  if (value === '') return refuse('empty_filter')
  const isDate = name === 'before' || name === 'after' || name === 'on'
  if (isDate && spanOf(value.toLowerCase(), 'UTC', 0) === null) return refuse('bad_date')
  const values: readonly string[] | undefined = (
    filterValues as Partial<Record<SearchFilter, readonly string[]>>
  )[name]
  const known = values?.find((candidate) => candidate === value.toLowerCase())
  if (values !== undefined && known === undefined) return refuse('unknown_value')
  return {
    kind: 'filter',
    source,
    not,
    name,
    value: known ?? (isDate ? value.toLowerCase() : value),
  }
}

/** The name of the filter that begins here; the wide colon is what Chinese keyboards give. */
function nameAt(text: string, at: number): string | null {
  const found = /^([a-z]+)[:：]/i.exec(text.slice(at, at + 16))?.[1]
  return found !== undefined && searchFilters.some((name) => name === found.toLowerCase()) ? found : null
}

interface End {
  readonly of: number
  readonly after: number
  readonly closed: boolean
}

function endOfPhrase(text: string, at: number, closing: string): End {
  for (let end = at + 1; end < text.length; end += 1)
    if (text[end] === '"' || closing.includes(text[end] ?? ''))
      return { of: end, after: end + 1, closed: true }
  return { of: text.length, after: text.length, closed: false }
}

function endOfWord(text: string, at: number): End {
  let end = at
  while (end < text.length && !space.test(text[end] ?? '') && quotes[text[end] ?? ''] === undefined) end += 1
  return { of: end, after: end, closed: true }
}

function nextOf(number: string, digits: number): string {
  return String(Number(number) + 1).padStart(digits, '0')
}
