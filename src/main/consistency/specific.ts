/** Questions about the asker's own case, which nobody can answer twice alike. */
import { findWording, wording } from '../audits/checks/wording.ts'
import { tokenize } from '../text/tokens.ts'

const own = wording({
  en: `where is my, wheres my, when will my, when does my, has my order, has my parcel, has my package, is my order, is my parcel, is my package, is my refund, my refund yet, status of my, update on my, news on my, any news, any update*, when will i get, when will i receive, when do i get, when do i receive, my tracking, did my, track my order`,
  de: `wo ist mein*, wo bleibt mein*, wann kommt mein*, wann kommt die, wann erhalte ich, wann bekomme ich, ist mein*, wurde mein*, wann wird mein*, status mein*, stand mein*, wo steckt, wann ist mein*, wie ist der stand, gibt es neuigkeiten, mein paket, meine sendung`,
  fr: `où est ma, où est mon, où en est, quand arrive ma, quand arrive mon, quand vais je, quand est ce que je, quand recevrai, ma commande est, mon colis est, des nouvelles, suivi de ma, mon colis, quand sera`,
  es: `dónde está mi, dónde esta mi, cuándo llega mi, cuándo me llega, cuándo recibiré, cuándo recibo, estado de mi, mi pedido ya, ya salió mi, novedades de mi, alguna novedad, cuándo sale mi, mi paquete`,
  zh: `我的訂單, 我的包裹, 我的快遞, 我的貨, 我的退款, 什麼時候會到, 到哪了, 到哪裡了, 寄出了嗎, 出貨了嗎, 發貨了嗎, 收到了嗎, 處理得怎樣, 進度, 我訂的, 我買的`,
  pt: `onde está meu, onde está minha, cadê meu, quando chega meu, status do meu`,
  it: `dov'è il mio, dove si trova il mio, quando arriva il mio, stato del mio`,
  nl: `waar is mijn, wanneer komt mijn, wanneer krijg ik, status van mijn`,
})
const nobody: ReadonlySet<string> = new Set()

/** Whether a question asks after the asker's own order, parcel or refund, or names a number of five digits and more. */
export function isSpecific(question: string, language: string | null): boolean {
  if (/\d{5}/u.test(question)) return true
  const languages = language !== null && own.has(language) ? [language] : [...own.keys()]
  return findWording(own, languages, tokenize(question), nobody).length > 0
}
