/** What an answer allows and what it refuses. */
import { tokenize, type Token } from '../text/tokens.ts'
import { addPhrase, findPhrases, phraseTree, type PhraseTree } from '../text/phrases.ts'
import type { Statement } from './statement.ts'

/** Subjects a rule can be about, by ISO 639-1 code. */
const subjects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  refund: {
    en: 'refund*, money back, reimburs*',
    de: 'erstatt*, rückerstatt*, geld zurück',
    fr: 'rembours*',
    es: 'reembols*, devolución del dinero, devolvemos el dinero',
    zh: '退款, 退錢, 退費',
    pt: 'reembols*, estorno*',
    it: 'rimbors*',
    nl: 'terugbetal*, geld terug',
  },
  return: {
    en: 'return, returns, returned, send it back, sent back',
    de: 'rückgabe*, zurückgeb*, zurückschick*, zurücksend*, zurückgegeben, retour, rücksend*',
    fr: 'retour, retours, retourner, renvoyer',
    es: 'devolución, devoluciones, devolver*, devuelt*',
    zh: '退貨, 退回',
    pt: 'devol*',
    it: 'reso, resi, restitu*',
    nl: 'retour, retourneren, terugsturen',
  },
  exchange: {
    en: 'exchang*, swap*',
    de: 'umtausch*, umgetauscht, austausch*, umzutauschen',
    fr: 'échang*',
    es: 'cambiar*, cambio, cambios',
    zh: '換貨, 更換, 換尺寸',
    pt: 'troca, trocas, trocar*',
    it: 'cambio, cambi, cambiare',
    nl: 'ruilen, omruilen, ruiling',
  },
  warranty: {
    en: 'warrant*, guarantee*',
    de: 'garantie, gewährleistung*',
    fr: 'garanti*',
    es: 'garantía*',
    zh: '保固, 保修',
    pt: 'garantia*',
    it: 'garanzi*',
    nl: 'garantie*',
  },
  cancel: {
    en: 'cancel*',
    de: 'stornier*, storno, kündig*, widerruf*',
    fr: 'annul*, résili*',
    es: 'cancel*, anul*',
    zh: '取消',
    pt: 'cancel*',
    it: 'annull*, disdi*',
    nl: 'annul*, opzeg*',
  },
  discount: {
    en: 'discount*, voucher*, coupon*',
    de: 'rabatt*, gutschein*, nachlass',
    fr: 'remise*, réduction*',
    es: 'descuento*, cupón*',
    zh: '折扣, 打折, 折價',
    pt: 'desconto*',
    it: 'sconto, sconti',
    nl: 'korting*',
  },
  delivery: {
    en: 'deliver, ship, shipping',
    de: 'liefern, versenden, verschicken, lieferung',
    fr: 'livrons, livrer, livraison, expédions',
    es: 'enviamos, enviar, envío, envíos, entregamos',
    zh: '配送, 寄送, 送貨',
    pt: 'entregamos, enviamos',
    it: 'spediamo, consegniamo',
    nl: 'leveren, bezorgen',
  },
  instalments: {
    en: 'instalment*, installment*',
    de: 'ratenzahlung, raten',
    fr: 'plusieurs fois, mensualités',
    es: 'cuotas, plazos',
    zh: '分期',
    pt: 'parcel*',
    it: 'rate',
    nl: 'termijnen',
  },
  collect: {
    en: 'pick up, pickup, collect',
    de: 'abholen, abholung, selbstabholung',
    fr: 'retrait, venir chercher',
    es: 'recoger*, recogida, retirar*',
    zh: '自取',
    pt: 'retirar*',
    it: 'ritirare, ritiro',
    nl: 'ophalen, afhalen',
  },
}

/** What refuses; decoys behind `-` sound like it and do not. */
const refusals: Readonly<Record<string, string>> = {
  en: 'no, not, never, cannot, cant, dont, doesnt, wont, isnt, arent, unable, impossible, excluded, neither, nor, without, unfortunately, final sale, non refundable, nonrefundable, -no problem, -not a problem, -no worries, -not only, -without any problem, -without problems, -no matter, -without giving, -no longer than, -not later than, -no later than, -dont worry, -no questions asked, -without reason, -dont hesitate, -no charge, -no cost, -without charge, -no fee, -no need, -do not need, -dont need, -not longer than, -no issue, -without a reason, -without receipt, -without a receipt, -without the receipt, -not necessary, -if you do not, -if you dont, -if it does not, -if it doesnt, -if not, -if its not, -not happy, -dont like',
  de: 'kein, keine, keinen, keiner, keinem, nicht, nie, niemals, weder, unmöglich, ausgeschlossen, leider, ohne, -kein problem, -nicht nur, -ohne probleme, -ohne problem, -ohne angabe, -ohne weiteres, -kein thema, -keine sorge, -nicht länger als, -nicht später als, -nicht mehr als, -keine gebühr, -keine kosten, -ohne kosten, -ohne grund, -wenn nicht, -falls nicht, -ohne aufpreis, -ohne zusatzkosten, -nicht nötig, -nicht gefällt, -nicht passt, -ohne bon, -ohne beleg, -ohne kassenbon, -keine ursache, -nicht zufrieden, -ohne begründung',
  fr: "ne, n, pas, aucun, aucune, jamais, impossible, malheureusement, sans, ni, exclu*, non, -pas de problème, -aucun problème, -pas de souci, -aucun souci, -sans problème, -sans souci, -sans frais, -non seulement, -sans justification, -sans raison, -n'hésitez pas, -ne vous inquiétez pas, -sans motif, -pas besoin, -pas plus de, -sans ticket, -sans reçu, -aucuns frais, -sans justificatif, -si ce n'est pas, -ne convient pas, -ne vous convient pas, -ne vous plaît pas, -n'est pas nécessaire, -ne vous en faites pas",
  es: 'no, nunca, jamás, ningún, ninguna, imposible, sin, ni, tampoco, lamentablemente, desafortunadamente, excluid*, -no hay problema, -sin problema, -sin problemas, -no se preocupe, -no te preocupes, -no solo, -sin costo, -sin coste, -sin cargo, -sin gastos, -no dude, -no dudes, -sin motivo, -ningún problema, -no más de, -sin dar, -si no, -sin ticket, -sin recibo, -no es necesario, -no hace falta, -sin justificación, -no le gusta, -no te gusta, -no le queda, -no te queda, -sin interés, -sin intereses',
  zh: '不, 沒, 無法, 未, 恕, 無, 不能, 不可, 沒有, 不行, 抱歉, -沒問題, -沒有問題, -不客氣, -不用擔心, -不僅, -不只, -不另, -無條件, -不收, -不需要, -不用, -不超過, -無息, -不滿意, -不合, -不喜歡, -不好意思, -不論, -無論, -不管, -不必, -無需, -未拆, -未使用, -未開封, -不影響, -零利率',
  pt: 'não, nunca, nenhum, nenhuma, sem, infelizmente, impossível, -sem problema, -sem problemas, -não se preocupe, -sem custo, -não só',
  it: 'non, mai, nessun, nessuna, senza, purtroppo, impossibile, -nessun problema, -senza problemi, -non si preoccupi, -senza costi, -non solo',
  nl: 'geen, niet, nooit, helaas, zonder, onmogelijk, -geen probleem, -niet alleen, -zonder problemen, -geen zorgen, -zonder kosten',
}

interface Rules {
  readonly subjects: PhraseTree<string>
  readonly refusals: PhraseTree<boolean>
}

const known = new Map<string, Rules | null>()

function rulesOf(language: string): Rules | null {
  const made = known.get(language)
  if (made !== undefined) return made
  const list = refusals[language]
  const rules =
    list === undefined ? null : { subjects: phraseTree<string>(), refusals: phraseTree<boolean>() }
  if (rules !== null && list !== undefined) {
    for (const [subject, byLanguage] of Object.entries(subjects))
      for (const phrase of byLanguage[language]?.split(',') ?? [])
        addPhrase(rules.subjects, phrase.trim(), subject)
    for (const phrase of list.split(',').map((item) => item.trim()))
      addPhrase(rules.refusals, phrase.replace(/^-/u, ''), !phrase.startsWith('-'))
  }
  known.set(language, rules)
  return rules
}

/**
 * Each subject that a statement of the answer allows (`+`) or refuses (`-`). A refusal reaches over its clause; questions
 * back commit to nothing, and so does a subject both allowed and refused.
 */
export function policiesIn(text: string, language: string | null): readonly Statement[] {
  const rules = language === null ? null : rulesOf(language)
  if (rules === null) return []
  const stances = new Map<string, Set<boolean>>()
  for (const clause of clausesOf(tokenize(text))) {
    const found = findPhrases(rules.subjects, clause)
    if (found.length === 0) continue
    const refused = findPhrases(rules.refusals, clause).some(({ value }) => value)
    for (const { value } of found) {
      const known = stances.get(value) ?? new Set<boolean>()
      stances.set(value, known.add(!refused))
    }
  }
  return [...stances]
    .filter(([, stance]) => stance.size === 1)
    .map(([subject, stance]) => ({
      kind: 'policy',
      value: `${subject} ${stance.has(true) ? '+' : '-'}`,
      range: null,
    }))
}

/** Clauses that state something: what is between full stops and commas, without the sentences that ask. */
function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = []
  let sentence: Token[][] = []
  let clause: Token[] = []
  const endClause = () => {
    if (clause.length > 0) sentence.push(clause)
    clause = []
  }
  for (const token of tokens) {
    if (token.kind !== 'mark') {
      clause.push(token)
      continue
    }
    if (/^[()（）"“”„«»「」]/u.test(token.text)) continue
    endClause()
    if (/^[,，、;；:：]/u.test(token.text)) continue
    if (!/[?？]/u.test(token.text)) clauses.push(...sentence)
    sentence = []
  }
  endClause()
  return [...clauses, ...sentence]
}
