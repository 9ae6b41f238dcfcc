/**
 * Wordings written briefly. A pattern is a line of places parted by spaces: `speak|talk to|with ..2 person|human`. A place
 * is words to choose from, `_` standing for a space within one; `?` after it makes it optional, `*` after a word stands for
 * any ending, `..3` for up to three words of any kind. `^` before the line and `$` after it bind it to the clause's ends.
 * In Chinese places follow each other without spaces, and `..3` are characters. `$NAME` is replaced by a list of words.
 */
import { foldHan, foldWord } from './fold.ts'

export interface Patterns {
  /** Whether any pattern stands in the clause (text of clauses.ts). */
  readonly matches: (clause: string) => boolean
}

export interface PatternSource {
  /** Lines; empty ones are nothing. */
  readonly lines: string
  readonly lists?: Readonly<Record<string, string>>
  readonly isChinese?: boolean
}

/** The patterns ready to match. Words are folded, so lists may be written with or without accents. */
export function compilePatterns({ lines, lists = {}, isChinese = false }: PatternSource): Patterns {
  const sources = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(/\$([A-Z]+)/g, (whole, name: string) => lists[name] ?? whole))
  if (isChinese) {
    const all = sources.map((line) => sourceOf(line, true)).join('|')
    const pattern = new RegExp(all === '' ? '(?!)' : all, 'u')
    return { matches: (clause) => pattern.test(clause) }
  }
  return matchingByFirstWord(sources)
}

/** A clause is looked at only where a pattern's first word stands: nearly everywhere none does. */
function matchingByFirstWord(sources: readonly string[]): Patterns {
  const byFirst = new Map<string, RegExp[]>()
  for (const line of sources) {
    const pattern = new RegExp(sourceOf(line, false), 'uy')
    for (const word of firstWordsOf(line)) {
      const known = byFirst.get(word)
      if (known === undefined) byFirst.set(word, [pattern])
      else known.push(pattern)
    }
  }
  return {
    matches(clause) {
      for (let from = 1; from < clause.length;) {
        const to = clause.indexOf(' ', from)
        for (const pattern of byFirst.get(clause.slice(from, to)) ?? none) {
          pattern.lastIndex = from
          if (pattern.test(clause)) return true
        }
        from = to + 1
      }
      return false
    },
  }
}

const none: readonly RegExp[] = []

function placesOf(line: string): readonly string[] {
  return line.replace(/^\^/u, '').replace(/\$$/u, '').trim().split(/\s+/u)
}

/** Words a match may begin with. */
function firstWordsOf(line: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const place of placesOf(line)) {
    for (const choice of place.replace(/\?$/u, '').split('|')) words.add(fold(choice.split('_')[0] ?? ''))
    if (!place.endsWith('?')) break
  }
  return words
}

function sourceOf(line: string, isChinese: boolean): string {
  const gap = isChinese ? '' : ' '
  const any = isChinese ? '[^ ]' : '(?:[^ ]+ )'
  const places = placesOf(line).map((place) => {
    const upTo = /^\.\.(\d)$/u.exec(place)
    if (upTo !== null) return `${any}{0,${upTo[1]}}`
    const isOptional = place.endsWith('?')
    const choices = (isOptional ? place.slice(0, -1) : place).split('|').map((choice) =>
      choice
        .split('_')
        .map((word) => (word.endsWith('*') ? `${fold(word.slice(0, -1))}[^ ]*` : fold(word)))
        .join(gap),
    )
    return `(?:(?:${choices.join('|')})${gap})${isOptional ? '?' : ''}`
  })
  const start = line.startsWith('^') ? (isChinese ? '^ ' : '(?<=^ )') : ''
  const end = line.endsWith('$') ? (isChinese ? ' $' : '$') : ''
  return start + places.join('') + end
}

function fold(word: string): string {
  return /\p{Script=Han}/u.test(word) ? Array.from(word, foldHan).join('') : foldWord(word)
}
