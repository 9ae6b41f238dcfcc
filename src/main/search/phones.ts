/**
 * Telephone numbers (and whatever else is written in groups of digits) are found by their ending, however both were
 * written: the digits are kept backwards, so that an ending is a beginning the index can look up.
 */
import { foldTerm } from './folding.ts'

/** Of a number typed: endings that any number may have, and whole numbers without their country. Backwards. */
export interface NumberPattern {
  readonly ending: string
  readonly whole: readonly string[]
}

/** Fewer digits are searched as words only: too much ends with them. */
const fewestTyped = 6
const fewestWritten = 7
const mostDigits = 20
/** Groups of a table pasted into a message, beyond which it is no number. */
const mostGroups = 40

const anyDigit = /\p{Nd}/u
const groups = /\p{Nd}[\p{Nd}\s().+/\-\u2010-\u2015]*\p{Nd}/gu
const phoneOnly = /^\+?[\p{Nd}\s().+/\-\u2010-\u2015]+$/u
const between = /\P{Nd}+/u

/** Every number that ends with one of the text's groups of digits, backwards, each once. */
export function numbersIn(text: string): readonly string[] {
  if (!anyDigit.test(text)) return []
  return [...new Set([...text.matchAll(groups)].flatMap(([run]) => numbersOfRun(run)))]
}

export function hasNumber(pattern: NumberPattern, text: string): boolean {
  return numbersIn(text).some((number) => isLike(pattern, number))
}

/** Where in a text such a number stands, with whatever digits are written beside it. */
export function rangesOfNumber(
  pattern: NumberPattern,
  text: string,
): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(groups)]
    .filter(([run]) => numbersOfRun(run).some((number) => isLike(pattern, number)))
    .map(({ 0: run, index }) => ({ from: index, to: index + run.length }))
}

function isLike({ ending, whole }: NumberPattern, number: string): boolean {
  return number.startsWith(ending) || whole.includes(number)
}

function numbersOfRun(run: string): readonly string[] {
  const digits = run.split(between, mostGroups).map(foldTerm)
  const found: string[] = []
  for (let last = 0; last < digits.length; last += 1) {
    let number = ''
    for (let first = last; first >= 0; first -= 1) {
      const longer = (digits[first] ?? '') + number
      if (longer.length > mostDigits) break
      number = longer
    }
    if (number.length >= fewestWritten) found.push(backwards(number))
  }
  return found
}

/** Whether the text can be (a part of) a number: digits and what stands between them. */
export function isNumeric(text: string): boolean {
  return phoneOnly.test(text) && anyDigit.test(text)
}

/** What a number typed looks for; null when it has too few digits. */
export function numberPattern(typed: string): NumberPattern | null {
  const digits = foldTerm(typed.replaceAll(/\P{Nd}/gu, ''))
  const international = /^\s*\+/.test(typed) || digits.startsWith('00')
  const significant = digits.replace(/^0+/, '')
  if (significant.length < fewestTyped || significant.length > mostDigits) return null
  return {
    ending: backwards(significant),
    whole: international ? withoutCountry(significant) : [],
  }
}

/** Country codes have one to three digits; within the country a zero or nothing stands in their place. */
function withoutCountry(number: string): readonly string[] {
  return [1, 2, 3]
    .map((length) => number.slice(length))
    .filter((national) => national.length >= fewestWritten)
    .flatMap((national) => [backwards(national), backwards(`0${national}`)])
}

function backwards(digits: string): string {
  return digits.split('').toReversed().join('')
}
