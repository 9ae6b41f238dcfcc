/** Where a chat's text names its customer: their name and its parts, their number in any format, any e-mail address. */

export interface Person {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

/** Code units of the text, from inclusive, to exclusive. */
export interface HiddenSpan {
  readonly from: number
  readonly to: number
}

/** In order, apart from each other. Time is linear in the text. */
export function hiddenSpans(text: string, person: Person): readonly HiddenSpan[] {
  return united([...nameSpans(text, person.names), ...phoneSpans(text, person.phones), ...mailSpans(text)])
}

/** The text with one block for each name, whose length tells nothing of it. */
export function hideNames(text: string, person: Person, block = '█████'): string {
  return partsOf(text, hiddenSpans(text, person))
    .map((part) => (part.hidden ? block : part.text))
    .join('')
}

/** The text cut where spans begin and end. */
export function partsOf(
  text: string,
  spans: readonly HiddenSpan[],
): readonly { readonly text: string; readonly hidden: boolean }[] {
  const parts: { text: string; hidden: boolean }[] = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), hidden: false })
    parts.push({ text: text.slice(from, to), hidden: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), hidden: false })
  return parts
}

// ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u
const honorific = '先生|小姐|女士|太太|老師|老师|同學|同学|さん|様|さま|님|씨'
/** Parts of names that are words of their own: alone they name nobody. */
const particles = new Set(
  'al ben bin da de del della den der di do dos du el ibn la le las los of the van von y zu zum zur'.split(
    ' ',
  ),
)

function nameSpans(text: string, names: readonly string[]): readonly HiddenSpan[] {
  const needles = [...new Set(names.flatMap(needlesOf))]
  if (needles.length === 0) return []
  const folded = fold(text)
  const spans: HiddenSpan[] = []
  // Longest first, so that "Ana Keller" is one span and not two with a gap.
  const pattern = new RegExp(needles.toSorted((a, b) => b.length - a.length).join('|'), 'gu')
  for (const found of folded.text.matchAll(pattern)) {
    const end = found.index + found[0].length
    spans.push({ from: folded.origin[found.index] ?? 0, to: folded.origin[end] ?? text.length })
  }
  return spans
}

/** Patterns over the folded text for one name: the whole, its parts, and for Chinese the given name and "Ms Lin". */
function needlesOf(name: string): readonly string[] {
  const plain = fold(name).text.trim().replaceAll(/\s+/g, ' ')
  if (!/\p{L}/u.test(plain)) return []
  if (unspaced.test(plain)) {
    const [surname = '', ...given] = plain
    const short = given.length > 1 ? [given.join('')] : []
    return [plain, ...short, `${surname}(?=${fold(honorific).text})`].filter((one) => one !== '')
  }
  // "Anna-Lena" is also called "Anna", and "Ana🌸Keller" "Ana".
  const parts = [...plain.split(/[\s,;]+/), ...plain.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => part.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((part) => lettersIn(part) > 1 && !particles.has(part))
  return [plain, ...parts].map((part) => {
    const escaped = part
      .replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
      .replaceAll(' ', String.raw`\s{1,4}`)
    return unspaced.test(part)
      ? escaped
      : String.raw`(?<![\p{L}\p{N}])${escaped}(?=(?:['’]?s)?(?![\p{L}\p{N}]))`
  })
}

function lettersIn(text: string): number {
  return text.replaceAll(/[^\p{L}]/gu, '').length
}

interface Folded {
  readonly text: string
  /** Where each unit of `text` came from, and at the end the length of the original. */
  readonly origin: readonly number[]
}

/** Lower case without accents, each unit with its place in the original. */
function fold(text: string): Folded {
  let folded = ''
  const origin: number[] = []
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const plain = character.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '')
    folded += plain
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
    at += character.length
  }
  origin.push(text.length)
  return { text: folded, origin }
}

// ── numbers and addresses ──────────────────────────────────────────────────────────────────────────────────────

const fewestDigits = 7

/** Country code and leading zero may be there or not: the last digits decide. */
function phoneSpans(text: string, phones: readonly string[]): readonly HiddenSpan[] {
  const ends = phones
    .map(digitsOf)
    .filter((digits) => digits.length >= fewestDigits)
    .map((digits) => digits.slice(-fewestDigits))
  if (ends.length === 0) return []
  const spans: HiddenSpan[] = []
  for (const { 0: found, index } of text.matchAll(/\+?\d(?:[\s()./-]{0,3}\d){6,17}/g))
    if (ends.some((end) => digitsOf(found).endsWith(end)))
      spans.push({ from: index, to: index + found.length })
  return spans
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** Lengths are bounded, so that a text without an @ costs no more than its length. */
function mailSpans(text: string): readonly HiddenSpan[] {
  if (!text.includes('@')) return []
  const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
  return Array.from(text.matchAll(address), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }))
}

function united(spans: readonly HiddenSpan[]): readonly HiddenSpan[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
