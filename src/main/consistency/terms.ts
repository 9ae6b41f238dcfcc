/** What a question is made of, so that near-identical ones have much in common. */
import { functionWords } from '../text/functionWords.ts'
import { findPhrases } from '../text/phrases.ts'
import { tokenize, type Token } from '../text/tokens.ts'
import { meanings } from './questionWords.ts'

/** Term → weight. Equal meanings are one term, word endings are cut, what only greets or joins weighs little or nothing. */
export type Terms = ReadonlyMap<string, number>

const subjectWeight = 1.4
/** No term weighs more. */
export const heaviestTerm = subjectWeight
const kindWeight = 1
const contentWeight = 1
const hanPairWeight = 0.5
const smallWeight = 0.08

export function termsOf(question: string, language: string | null): Terms {
  const terms = new Map<string, number>()
  const tokens = tokenize(question)
  const covered = new Set<number>()
  const tree = language === null ? null : meanings(language)
  if (tree !== null) {
    for (const { value, from, to } of findPhrases(tree, tokens)) {
      terms.set(value, value.startsWith('=') ? subjectWeight : kindWeight)
      for (let at = from; at < to; at += 1) covered.add(at)
    }
  }
  // Who asks for instalments asks about paying.
  if (terms.has('=instalments')) terms.delete('=payment')
  tokens.forEach((token, at) => {
    if (covered.has(at)) return
    if (token.kind === 'word') addWord(terms, token.text)
    else if (token.kind === 'han') addHan(terms, tokens, at, covered)
    // A size or an amount matters; a number of an order or a telephone is somebody's own.
    else if (token.kind === 'number' && token.text.length <= 4) terms.set(token.text, contentWeight)
  })
  return terms
}

function addWord(terms: Map<string, number>, word: string): void {
  if (courtesies.has(word)) return
  const isSmall =
    (functionWords.has(word) && !tellingAllTheSame.has(word)) || word.length < 3 || vague.has(word)
  if (isSmall) terms.set(word, smallWeight)
  else terms.set(stemOf(word), contentWeight)
}

/** Pairs of neighbouring characters; those that only join or ask politely are left out. */
function addHan(
  terms: Map<string, number>,
  tokens: readonly Token[],
  at: number,
  covered: ReadonlySet<number>,
): void {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next?.kind !== 'han' || covered.has(at + 1)) return
  if (emptyHan.has(token.text) || emptyHan.has(next.text)) return
  terms.set(token.text + next.text, hanPairWeight)
}

/** Without a common ending, and its beginning only: "open", "opens" and "opening" are one, as are "liefern" and "Lieferung". */
export function stemOf(word: string): string {
  const cut = word.replace(/(?:ungen|ung|ings|ing|ed|es|en|s|e|n|t)$/u, '')
  return (cut.length >= 4 ? cut : word).slice(0, longestStem)
}

const longestStem = 6

/** Weighted share of what two questions have in common, 0…1. */
export function similarity(one: Terms, other: Terms): number {
  let shared = 0
  let all = 0
  for (const [term, weight] of one) {
    if (other.has(term)) shared += weight
    all += weight
  }
  for (const [term, weight] of other) if (!one.has(term)) all += weight
  return all === 0 ? 0 : shared / all
}

export function weightOf(terms: Terms): number {
  let sum = 0
  for (const weight of terms.values()) sum += weight
  return sum
}

const courtesies: ReadonlySet<string> = new Set(
  (
    'hello hi hey hiya thanks thank thankyou please sorry morning afternoon evening dear team excuse hallo guten tag moin bitte danke ' +
    'gruss gruesse servus bonjour bonsoir merci svp salut plait cordialement hola buenas buenos gracias favor saludos disculpe disculpa perdon ' +
    'ola oi obrigado obrigada ciao buongiorno salve grazie goedemorgen goedemiddag dank bedankt'
  ).split(' '),
)

/** Function words by the list of languages that a question is about all the same. */
const tellingAllTheSame: ReadonlySet<string> = new Set(
  'order bestellung paket commande colis pedido ordine bestelling pakket paise today heute hoje tomorrow morgen'.split(
    ' ',
  ),
)

/** Words of any question. */
const vague: ReadonlySet<string> = new Set(
  (
    'know tell want wanted would like wondering wonder question ask asking possible does take takes get got also even still actually maybe quick just have has had send give offer find need needed there ' +
    'moeglich frage fragen wissen wollte gern gerne moechte mal eigentlich eben kurz denn etwa ungefaehr dauert bekomme bekommen bekommt kommt kommen erhalte erhalten kriege habt haben hast schicken geben brauche braucht noetig finde finden ' +
    'savoir voudrais aimerais souhaite souhaiterais possible question faire peut faut avoir aurai serai avez donner trouver trouve envoyer pourrais pourrait pouvez puis prendre ' +
    'saber quisiera queria gustaria pregunta consulta posible puede puedo duda tarda tardan dar dan tener tienen tengo tiene hacer hacen hace necesito necesita llega pueden queda encuentro'
  ).split(' '),
)

const emptyHan: ReadonlySet<string> = new Set(
  [
    ...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(
      '的了吗呢吧啊呀是我你您他她们这那就也都还很好请问谢想要可以一个和跟会能哦喔哈嗯吗到在把给对',
    ),
  ].map(({ segment }) => segment),
)
