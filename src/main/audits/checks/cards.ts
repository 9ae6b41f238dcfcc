/** Numbers of payment cards in a text. */

/** Digits as people write them, with single spaces, dashes or dots between; Chinese may stand right beside them. */
const candidates =
  /(?<![[\p{L}--\p{Script=Han}]\d+.,\/#\-])\d(?:[ \u00a0.\u2010-\u2015\-]?\d){12,18}(?![\d[\p{L}--\p{Script=Han}]]|[.,\/\-]\d)/gv

/** The card numbers in a text, digits only. Of a length and beginning that some network issues, with a valid check digit. */
export function cardsIn(text: string): readonly string[] {
  return [...text.matchAll(candidates)]
    .filter(([written]) => isGroupedAsCard(written))
    .map(([written]) => written.replaceAll(/\D/gu, ''))
    .filter((digits) => isIssued(digits) && isLuhn(digits))
}

/** One run of digits, or groups of three and more: "12 3 456…" are several numbers. */
function isGroupedAsCard(written: string): boolean {
  return written.split(/\D/u).every((group) => group.length >= 3)
}

interface Range {
  readonly from: number
  readonly to: number
  /** Digits of `from` and `to`. */
  readonly digits: number
  readonly lengths: readonly number[]
}

/** By the leading digits: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro, Mir, RuPay. */
const ranges: readonly Range[] = [
  { from: 4, to: 4, digits: 1, lengths: [13, 16, 19] },
  { from: 51, to: 55, digits: 2, lengths: [16] },
  { from: 2221, to: 2720, digits: 4, lengths: [16] },
  { from: 34, to: 34, digits: 2, lengths: [15] },
  { from: 37, to: 37, digits: 2, lengths: [15] },
  { from: 6011, to: 6011, digits: 4, lengths: [16, 19] },
  { from: 644, to: 659, digits: 3, lengths: [16, 19] },
  { from: 300, to: 305, digits: 3, lengths: [14, 16, 19] },
  { from: 36, to: 36, digits: 2, lengths: [14, 16, 19] },
  { from: 38, to: 39, digits: 2, lengths: [14, 16, 19] },
  { from: 3528, to: 3589, digits: 4, lengths: [16, 19] },
  { from: 62, to: 62, digits: 2, lengths: [16, 17, 18, 19] },
  { from: 5018, to: 5018, digits: 4, lengths: [13, 16, 19] },
  { from: 5020, to: 5020, digits: 4, lengths: [13, 16, 19] },
  { from: 5038, to: 5038, digits: 4, lengths: [13, 16, 19] },
  { from: 6304, to: 6304, digits: 4, lengths: [13, 16, 19] },
  { from: 6759, to: 6763, digits: 4, lengths: [13, 16, 19] },
  { from: 2200, to: 2204, digits: 4, lengths: [16] },
  { from: 60, to: 60, digits: 2, lengths: [16] },
  { from: 81, to: 82, digits: 2, lengths: [16] },
]

function isIssued(number: string): boolean {
  return ranges.some(({ from, to, digits, lengths }) => {
    const start = Number(number.slice(0, digits))
    return start >= from && start <= to && lengths.includes(number.length)
  })
}

/** Every second digit from the right doubled, digit sums added: a multiple of ten. ISO/IEC 7812-1. */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
