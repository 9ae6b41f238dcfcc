/** Amounts of money in a text, in the ways people write them. */
import { tokenize } from '../text/tokens.ts'
import { findWording, wording } from '../audits/checks/wording.ts'
import type { Statement } from './statement.ts'

/** Longest first: `NT$` before `$`. */
const currencies: readonly (readonly [code: string, written: readonly string[]])[] = [
  ['TWD', ['nt$', 'ntd', 'twd', '新台幣', '新臺幣', '台幣', '臺幣']],
  ['HKD', ['hk$', 'hkd', '港幣', '港元', '蚊']],
  ['USD', ['us$', 'usd', '美金', '美元']],
  ['EUR', ['€', 'eur', 'euros', 'euro', '歐元']],
  ['GBP', ['£', 'gbp', 'pounds', 'quid']],
  ['CHF', ['chf', 'sfr', 'franken', 'francs']],
  ['BRL', ['r$', 'brl', 'reais']],
  ['INR', ['₹', 'inr', 'rupees', 'rs']],
  ['CNY', ['cny', 'rmb', '人民幣']],
  ['JPY', ['jpy', 'yen', '日圓', '日幣']],
  ['MXN', ['mxn']],
  ['¥', ['¥', '￥']],
  // Which yuan, dollar or peso is for the place to know.
  ['元', ['元', '塊錢', '塊', '块钱', '块', '圓']],
  ['pesos', ['pesos']],
  ['$', ['$', 'dollars', 'dollar', 'bucks', 'dólares']],
]

const codes = new Map(currencies.flatMap(([code, written]) => written.map((one) => [one, code] as const)))
const written = [...codes.keys()]
  .toSorted((one, other) => other.length - one.length)
  .map((one) => one.replaceAll('$', String.raw`\$`))
  .join('|')
const number = String.raw`\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?(?:,-|,–)?`
const amounts = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(?<before>${written})[ \u00a0\u202f]?(?<one>${number})|(?<two>${number})[ \u00a0\u202f]?(?<after>${written}))(?![\d]|[.,]\d)`,
  'giu',
)

const free = wording({
  en: `free of charge, for free, is free, are free, its free, completely free, totally free, free shipping, free delivery, free returns, free return, no charge, no cost, at no extra cost, without charge, free from, free over, free above, ^free, free in, free within, free for, ^yes free, -feel free, -is free to, -are free to, -free to, -not free, -isnt free, -arent free, -duty free, -is free on, -are free on, -is free at, -free time, -not free of charge`,
  de: `kostenlos*, kostenfrei*, gratis, versandkostenfrei, portofrei, umsonst, ohne aufpreis, ohne zusatzkosten, gebührenfrei, -nicht kostenlos, -nicht kostenfrei, -nicht gratis, -nicht umsonst`,
  fr: `gratuit*, sans frais, offert*, sans supplément, -pas gratuit*, -n'est pas gratuit*, -plus gratuit*`,
  es: `gratis, gratuit*, sin costo, sin coste, sin cargo, sin gasto*, -no es gratis, -no es gratuit*, -no son gratis, -no es sin costo`,
  zh: `免費, 免運, 免運費, 不用錢, 不收費, 不另收費, 不收取費用, 免收, 包郵, 免付費, 不加價, -不是免費, -沒有免費, -不免運, -沒有免運, -無法免費, -不提供免費, -無免運, -非免費`,
  pt: `grátis, gratuit*, sem custo, -não é grátis, -não é gratuit*`,
  it: `gratis, gratuit*, senza costi, -non è gratis, -non è gratuit*`,
  nl: `gratis, kosteloos, geen kosten, -niet gratis`,
})
const nobody: ReadonlySet<string> = new Set()

/** Amounts with a currency, and `0` where something is said to be free. Numbers without a currency are no amounts. */
export function amountsIn(text: string, language: string | null): readonly Statement[] {
  const found = [...text.matchAll(amounts)].flatMap(({ groups = {} }) => {
    const code = codes.get((groups['before'] ?? groups['after'] ?? '').toLowerCase())
    const value = valueOf(groups['one'] ?? groups['two'] ?? '')
    return code === undefined || value === null ? [] : [amount(value, code)]
  })
  const languages = language !== null && free.has(language) ? [language] : [...free.keys()]
  const isFree = findWording(free, languages, tokenize(text), nobody).length > 0
  return isFree ? [...found, { kind: 'price', value: '0', range: null }] : found
}

function amount(value: number, code: string): Statement {
  if (value === 0) return { kind: 'price', value: '0', range: null }
  return {
    kind: 'price',
    value: `${Number.isInteger(value) ? value : value.toFixed(2)} ${code}`,
    range: null,
  }
}

/** The last separator before one or two digits is the decimal one; three digits behind a separator are thousands. */
function valueOf(digits: string): number | null {
  const plain = digits.replace(/,[-–]$/u, '').replaceAll(/['’ \u00a0\u202f]/gu, '')
  const decimal = /[.,](\d{1,2})$/u.exec(plain)
  const whole = (decimal === null ? plain : plain.slice(0, decimal.index)).replaceAll(/[.,]/gu, '')
  const value = Number(decimal === null ? whole : `${whole}.${decimal[1] ?? ''}`)
  return Number.isFinite(value) ? value : null
}
