/**
 * What a message signals beyond its mood: that the customer wants a person or a manager, insults, personal data, a promise.
 * Told by wordings of five languages, for precision rather than recall: what is not said plainly is not told. Measured on
 * labelled sentences: test/main/text/signals.test.ts.
 */
import { cardsIn } from '../audits/checks/cards.ts'
import { ibansIn } from '../audits/checks/ibans.ts'
import { isEverybodys } from '../audits/checks/mailProviders.ts'
import { addressesIn } from '../audits/checks/personalData.ts'
import { clausesOf, type Clause } from './clauses.ts'
import { promiseIn } from './promises.ts'
import { signalLexicons, type SignalLexicon } from './signalLexicons/all.ts'

/** Bits as the store keeps them: only add at the end. `email`: of a customer any address, of ours one of a private person. */
export const signal = { asksPerson: 1, asksManager: 2, abuse: 4, card: 8, iban: 16, email: 32 } as const

export interface Signals {
  /** Of `signal`. */
  readonly bits: number
  /** The time by which something is promised, of text/promisedTimes.ts; null: nothing is. */
  readonly promise: number | null
}

/**
 * The signals of a message. Of what customers write (`in`): requests, abuse, personal data; of what agents write (`out`):
 * personal data and promises.
 * @param language ISO 639-1; null: not known.
 */
export function readSignals(text: string, language: string | null, direction: 'in' | 'out'): Signals {
  const data = personalDataIn(text, direction)
  return direction === 'in'
    ? {
        bits: data | requestsIn(clausesOf(text), text.length < tellsLanguage ? null : language),
        promise: null,
      }
    : { bits: data, promise: mayNameTime.test(text) ? promisedIn(clausesOf(text)) : null }
}

function requestsIn(clauses: readonly Clause[], language: string | null): number {
  let bits = 0
  for (const lexicon of lexiconsFor(language))
    for (const { text } of clauses) {
      if (lexicon.asksManager.matches(text) && !lexicon.asksNobody.matches(text)) bits |= signal.asksManager
      else if (lexicon.asksPerson.matches(text) && !lexicon.asksNobody.matches(text))
        bits |= signal.asksPerson
      if (lexicon.abuse.matches(text) && !lexicon.noAbuse.matches(text)) bits |= signal.abuse
    }
  return bits
}

/** In characters: a shorter message of one language is easily taken for another's. */
const tellsLanguage = 24

/** English is understood everywhere; a language without wordings is mostly one of the others, mistaken. */
function lexiconsFor(language: string | null): readonly SignalLexicon[] {
  if (!signalLexicons.some((lexicon) => lexicon.language === language)) return signalLexicons
  return signalLexicons.filter((lexicon) => lexicon.language === language || lexicon.language === 'en')
}

/** Most of what agents write names no time: those are not looked at further. */
const mayNameTime = new RegExp(
  [
    String.raw`\d|[天日周週點点时時午晚班]|day|week|hour|minut|tomorrow|tonight|morning|evening|noon|eod|close of`,
    'morgen|heute|stunde|woche|tag|mittag|abend|mittwoch|schluss|demain|jour|heure|soir|matin|semaine|week|midi|lundi|mardi',
    'mercredi|jeudi|vendredi|samedi|dimanche|ma[ñn]|hoy|hora|tarde|noche|d[ií]a|semana|lunes|martes|rcoles|jueves|viernes',
    'bado|domingo',
  ].join('|'),
  'iu',
)

function promisedIn(clauses: readonly Clause[]): number | null {
  for (const { promises } of signalLexicons) {
    const promise = promiseIn(clauses, promises)
    if (promise !== null) return promise
  }
  return null
}

// ── personal data ────────────────────────────────────────────────────────────────────────────────────────────────

const mayHoldCard = /\d(?:[ \u00a0.\-\u2010-\u2015]?\d){12}/u
const mayHoldIban = /[a-z]{2}\d{2}[ \u00a0-]?[a-z\d]/iu

function personalDataIn(text: string, direction: 'in' | 'out'): number {
  let bits = 0
  if (mayHoldCard.test(text) && cardsIn(text).length > 0) bits |= signal.card
  if (mayHoldIban.test(text) && ibansIn(text).length > 0) bits |= signal.iban
  if (text.includes('@')) {
    const addresses = addressesIn(text)
    // A mailbox at a provider for everybody is a person's; any other may be the company's own.
    const told = direction === 'in' ? addresses : addresses.filter(isPrivate)
    if (told.length > 0) bits |= signal.email
  }
  return bits
}

function isPrivate(address: string): boolean {
  return isEverybodys(address.slice(address.indexOf('@') + 1))
}
