/**
 * The language of a message, offline. The script decides where it can, function words where there are any, and the
 * letter statistics of eld (its smallest database) otherwise. Loading this module takes about 80 ms and 30 MB: import it
 * when it is first needed.
 */
import { eld } from 'eld/extrasmall'
import { functionWords } from './functionWords.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface DetectedLanguage {
  /** ISO 639-1; null where the text does not tell: emoji, numbers, a name, one short word of several languages. */
  readonly language: string | null
  /** Whether the evidence is more than likely. */
  readonly sure: boolean
}

/** What of a message speaks for which language. */
export interface LanguageEvidence extends DetectedLanguage {
  /** Other languages that take part in the message, the likeliest first. */
  readonly others: readonly string[]
}

export function detectLanguage(text: string): DetectedLanguage {
  const { language, sure } = languageEvidence(tokenize(text))
  return { language, sure }
}

/** As `detectLanguage`, of tokens, with the languages mixed in. */
export function languageEvidence(tokens: readonly Token[]): LanguageEvidence {
  const scripts = countScripts(tokens)
  const total = scripts.latin + scripts.other
  // A Chinese character says about as much as two letters.
  const ideographs = (scripts.han + scripts.kana) * 2
  if (ideographs > 0) {
    const language = scripts.kana > 0 && scripts.kana * 3 >= scripts.han ? 'ja' : 'zh'
    if (ideographs >= total) return { language, sure: ideographs > total, others: latinLanguages(tokens) }
    const main = ofLetters(tokens, scripts)
    return { ...main, sure: false, others: [...main.others, language] }
  }
  return ofLetters(tokens, scripts)
}

interface Scripts {
  readonly han: number
  readonly kana: number
  readonly latin: number
  /** Letters that are neither. */
  readonly other: number
}

function countScripts(tokens: readonly Token[]): Scripts {
  let han = 0
  let kana = 0
  let latin = 0
  let other = 0
  for (const { kind, text } of tokens) {
    if (kind === 'han') {
      if (text >= '\u3040' && text <= '\u30ff') kana += 1
      else han += 1
    } else if (kind === 'word') {
      if (text < '\u0250') latin += text.length
      else other += text.length
    }
  }
  return { han, kana, latin, other }
}

function ofLetters(tokens: readonly Token[], scripts: Scripts): LanguageEvidence {
  if (scripts.other > scripts.latin) return ofOtherScript(tokens)
  const ranked = rankByFunctionWords(tokens)
  const [best, second] = ranked
  const rest = {
    others: ranked
      .slice(1)
      .filter((entry) => takesPart(entry, best))
      .map(nameOf),
  }
  if (best !== undefined && best.score >= 1 && best.score >= 1.5 * (second?.score ?? 0)) {
    const clear = best.score >= 2 || second === undefined || scripts.latin <= 12
    const sure = clear || eld.detect(joinWords(tokens)).language === best.language
    return { language: best.language, sure, ...rest }
  }
  return { ...byLetters(tokens, scripts.latin, best), ...rest }
}

function takesPart(entry: Ranked, best: Ranked | undefined): boolean {
  return entry.score >= 2.5 && entry.score * 2 >= (best?.score ?? 0)
}

function nameOf(entry: Ranked): string {
  return entry.language
}

/** eld's word for it; of its near misses the one a function word agrees with. */
function byLetters(tokens: readonly Token[], letters: number, best: Ranked | undefined): DetectedLanguage {
  if (letters < shortestGuess) return { language: best?.language ?? null, sure: false }
  const detected = eld.detect(joinWords(tokens))
  if (detected.language === '') return { language: null, sure: false }
  const agrees = best?.language === detected.language
  const sure = detected.isReliable() && (agrees || (best === undefined && letters >= longGuess))
  if (!sure && best !== undefined && best.score >= 0.5) {
    const scores = detected.getScores()
    const near = (scores[best.language] ?? 0) >= (scores[detected.language] ?? 0) * 0.9
    if (near) return { language: best.language, sure: false }
  }
  return letters < longGuess && !sure && best === undefined && !detected.isReliable()
    ? { language: null, sure: false }
    : { language: detected.language, sure }
}

const shortestGuess = 6
const longGuess = 16

/** A script written for one language names it; for the others eld tells ar from fa, ru from uk, hi from mr. */
function ofOtherScript(tokens: readonly Token[]): LanguageEvidence {
  const words = joinWords(tokens)
  const others = latinLanguages(tokens)
  const script = scripts.find(([pattern]) => pattern.test(words))
  if (script === undefined) return { language: null, sure: false, others }
  const [, languages] = script
  const [first = null] = languages
  if (languages.length === 1) return { language: first, sure: true, others }
  const { language } = eld.detect(words)
  return languages.includes(language)
    ? { language, sure: words.length >= longGuess, others }
    : { language: first, sure: false, others }
}

const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Arabic}/u, ['ar', 'fa', 'ur', 'ku']],
  [/\p{Script=Devanagari}/u, ['hi', 'mr']],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk', 'bg', 'sr', 'be']],
  [/\p{Script=Thai}/u, ['th']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Bengali}/u, ['bn']],
  [/\p{Script=Tamil}/u, ['ta']],
  [/\p{Script=Telugu}/u, ['te']],
  [/\p{Script=Kannada}/u, ['kn']],
  [/\p{Script=Malayalam}/u, ['ml']],
  [/\p{Script=Gujarati}/u, ['gu']],
  [/\p{Script=Gurmukhi}/u, ['pa']],
  [/\p{Script=Georgian}/u, ['ka']],
  [/\p{Script=Armenian}/u, ['hy']],
  [/\p{Script=Ethiopic}/u, ['am']],
  [/\p{Script=Lao}/u, ['lo']],
]

/** Latin words beside another script: English, unless they speak for another language. */
function latinLanguages(tokens: readonly Token[]): readonly string[] {
  const latin = tokens.filter((token) => token.kind === 'word' && token.text < '\u0250')
  if (latin.length === 0) return []
  const [best] = rankByFunctionWords(latin)
  return best !== undefined && best.score >= 2 && best.language !== 'en' ? [best.language, 'en'] : ['en']
}

interface Ranked {
  readonly language: string
  readonly score: number
}

/** Each word counts once, shared among the languages that have it; a word of one language alone counts half more. */
function rankByFunctionWords(tokens: readonly Token[]): readonly Ranked[] {
  const scores = new Map<string, number>()
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    const languages = functionWords.get(token.text)
    if (languages === undefined) continue
    const share = languages.length === 1 ? loneWord : 1 / languages.length
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + share)
  }
  return [...scores]
    .map(([language, score]) => ({ language, score }))
    .sort((a, b) => b.score - a.score || (a.language < b.language ? -1 : 1))
}

const loneWord = 1.5

function joinWords(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => token.kind === 'word')
    .map((token) => token.raw)
    .join(' ')
}
