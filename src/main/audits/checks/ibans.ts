/** International bank account numbers in a text. ISO 13616. */

/** Country and check digits, then groups of letters and digits with single spaces or dashes between. */
const candidates = /(?<![[\p{L}--\p{Script=Han}]\d])[A-Z]{2}\d{2}(?:[ \u00a0\-]?[A-Z\d]){11,30}/giv

/** The account numbers in a text, upper case without spaces: of their country's length and with valid check digits. */
export function ibansIn(text: string): readonly string[] {
  return [...text.matchAll(candidates)].flatMap(([written]) => {
    const compact = written.replaceAll(/[^A-Z\d]/giu, '').toUpperCase()
    const length = lengths[compact.slice(0, 2)]
    if (length === undefined || compact.length < length) return []
    // What follows the number in the same breath ("… 00 bitte") is not part of it.
    const iban = compact.slice(0, length)
    return endsThere(written, length) && isChecked(iban) ? [iban] : []
  })
}

/** No letter or digit is glued to the last one of the number. */
function endsThere(written: string, length: number): boolean {
  let seen = 0
  for (let at = 0; at < written.length; at += 1) {
    if (!/[A-Z\d]/iu.test(written.charAt(at))) continue
    seen += 1
    if (seen === length) return !/[A-Z\d]/iu.test(written.charAt(at + 1))
  }
  return false
}

/** The first four characters behind the others, letters as numbers from 10: one more than a multiple of 97. */
function isChecked(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HN: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
}
