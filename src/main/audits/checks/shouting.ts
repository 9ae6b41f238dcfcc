import { tokenize } from '../../text/tokens.ts'
import { typedByAgents, type Written } from './chat.ts'
import { failed, notApplicable, passed, type BecauseCode, type Check } from './finding.ts'

/**
 * No agent shouts: several words in capitals in a row, or nearly the whole message, or three exclamation marks. Acronyms,
 * codes and scripts without capitals do not count; templates are left out.
 */
export const shouting: Check = (chat) => {
  const messages = typedByAgents(chat)
  if (messages.length === 0) return notApplicable('no_agent_message')
  const loud = messages.flatMap((message) => {
    const code = loudness(message)
    return code === null ? [] : [{ id: message.id, code }]
  })
  const [first] = loud
  if (first === undefined) return passed('no_shouting')
  return failed(
    first.code,
    null,
    loud.map(({ id }) => id),
  )
}

function loudness({ text }: Written): BecauseCode | null {
  if (inCapitals(text)) return 'capitals'
  return /[!！]\s?[!！]\s?[!！]|‼[!！]|‼\uFE0F?‼/u.test(text) ? 'exclamation_marks' : null
}

const longRun = 3
const fewestLetters = 10
const shortWord = 2

function inCapitals(text: string): boolean {
  const words = tokenize(text)
    .filter(({ kind, raw }) => kind === 'word' && isCased(raw))
    .map(({ raw }) => ({ raw, loud: isLoud(raw), acronym: acronyms.has(raw.toLowerCase()) }))
    .filter(({ acronym }) => !acronym)
  let run = 0
  let letters = 0
  let loudLetters = 0
  let loudWords = 0
  let allLetters = 0
  for (const { raw, loud } of words) {
    allLetters += raw.length
    if (!loud) {
      // "I", "a" and the like say nothing.
      if (raw.length >= shortWord) run = letters = 0
      continue
    }
    loudLetters += raw.length
    if (raw.length < shortWord) continue
    loudWords += 1
    run += 1
    letters += raw.length
    if (run >= longRun && letters >= fewestLetters) return true
  }
  return loudWords >= 2 && loudLetters >= fewestLetters && loudLetters >= 0.7 * allLetters
}

function isCased(word: string): boolean {
  return word.toLowerCase() !== word.toUpperCase()
}

function isLoud(word: string): boolean {
  return word === word.toUpperCase()
}

const acronyms: ReadonlySet<string> = new Set(
  (
    'iban bic sepa swift dhl ups dpd gls tnt usps hermes usb pdf jpg png faq vip sms gps hdmi led lcd oled qr pin tan puk sim ' +
    'esim gb mb tb kg cm mm ml eur usd gbp chf nt ntd twd hkd gmt cet utc am pm id ip url http https html csv xls wifi wlan lan ' +
    'nfc atm pos crm api sku ean isbn vat mwst ust tva iva gst rma eta asap ok tv dvd cd pc xl xxl xs uk usa eu de fr es at ch ' +
    'tw hk cn ab ag gmbh ltd inc sa sl sarl kg ohg dsgvo gdpr rgpd agb cgv cgu sav bvg rfc nif cif dni nie rut curp cvv cvc ' +
    'tüv adac ikea bmw vw hp ibm lg nasa ssd hdd ram cpu gpu lte atx aaa mp3 mp4 ios app tsa imei mac ssid vpn dsl voip'
  ).split(' '),
)
