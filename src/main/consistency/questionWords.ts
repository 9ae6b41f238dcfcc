/** What asks the same in other words: a question's kind and its subject, language by language. */
import { addPhrase, phraseTree, type PhraseTree } from '../text/phrases.ts'

/** What is asked for, by ISO 639-1 code. A `*` stands for any ending. */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  when: {
    en: 'when, what time, what day, by when',
    de: 'wann, um wieviel uhr, um wie viel uhr, bis wann, ab wann',
    fr: 'quand, à quelle heure, quel jour',
    es: 'cuándo, a qué hora, qué día, hasta qué hora',
    zh: '什麼時候, 甚麼時候, 何時, 幾點, 幾時, 哪天, 幾號',
    pt: 'quando, que horas, a que horas',
    it: 'quando, a che ora',
    nl: 'wanneer, hoe laat',
  },
  howlong: {
    en: 'how long, how many days, how many weeks, how fast, how soon, how quickly',
    de: 'wie lange, wie lang, wie schnell, wie viele tage, wieviel tage',
    fr: 'combien de temps, combien de jours, sous combien de temps, quel délai, quel est le délai, quels sont les délais, délai*',
    es: 'cuánto tiempo, cuánto tarda*, cuánto demora*, cuántos días, en cuánto tiempo, plazo*',
    zh: '多久, 幾天, 多長時間, 多少天, 多快, 幾日',
    pt: 'quanto tempo, quantos dias, qual o prazo, prazo',
    it: 'quanto tempo, quanti giorni, quanto ci vuole',
    nl: 'hoe lang, hoeveel dagen, hoe snel',
  },
  price: {
    en: 'how much, what does it cost, price*, cost*, fee, fees, charge*',
    de: 'wie viel kostet, was kostet, was kosten, wie teuer, wieviel kostet, preis*, kosten, kostet, gebühr*',
    fr: 'combien coûte*, combien ça coûte, combien, quel prix, prix, coût*, coûte*, tarif*, frais',
    es: 'cuánto cuesta*, cuánto vale*, cuánto es, cuánto sale, cuánto cobran, precio*, costo*, coste*, cuesta*',
    zh: '多少錢, 幾錢, 價格, 價錢, 費用, 多少費用, 怎麼賣, 多少',
    pt: 'quanto custa*, quanto é, preço*, valor',
    it: 'quanto costa*, prezzo, prezzi, costo, costi',
    nl: 'hoeveel kost*, wat kost*, prijs, prijzen, kosten',
  },
  where: {
    en: 'where, what address, which address',
    de: 'wo, wohin, woher',
    fr: 'où, à quelle adresse',
    es: 'dónde, adónde, en qué dirección',
    zh: '哪裡, 哪里, 哪邊, 邊度, 在哪',
    pt: 'onde',
    it: 'dove',
    nl: 'waar',
  },
  how: {
    en: 'how do i, how can i, how to, how does, how do you',
    de: 'wie kann ich, wie geht, wie mache ich, wie funktioniert, wie läuft',
    fr: 'comment',
    es: 'cómo',
    zh: '怎麼, 如何, 怎樣, 點樣',
    pt: 'como',
    it: 'come',
    nl: 'hoe kan ik, hoe werkt, hoe',
  },
  why: {
    en: 'why',
    de: 'warum, wieso, weshalb',
    fr: 'pourquoi',
    es: 'por qué',
    zh: '為什麼, 為何, 點解',
    pt: 'por que',
    it: 'perché',
    nl: 'waarom',
  },
}

/** What it is about: different words that customers use for one thing. */
const subjects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  delivery: {
    en: 'deliver*, ship, ships, shipping, shipped, shipment*, postage',
    de: 'liefer*, versand*, versend*, verschick*, zustell*',
    fr: 'livr*, expédi*, envoi, envois, envoyez, envoyer',
    es: 'envío*, envían, enviáis, envía, enviar, entrega*, despach*',
    zh: '配送, 送貨, 運送, 寄送, 寄到, 送到, 出貨, 發貨, 到貨, 宅配',
    pt: 'entrega*, envio*, enviam, frete',
    it: 'spedi*, consegn*',
    nl: 'lever*, bezorg*, verzend*, verstu*',
  },
  refund: {
    en: 'refund*, money back, reimburs*',
    de: 'erstatt*, rückerstatt*, geld zurück, zurückzahl*',
    fr: 'rembours*',
    es: 'reembols*, devolución del dinero, devuelven el dinero',
    zh: '退款, 退錢, 退費',
    pt: 'reembols*, estorno*',
    it: 'rimbors*',
    nl: 'terugbetal*, geld terug',
  },
  giveback: {
    en: 'return, returns, returned, returning, send back, sent back, send it back, give back',
    de: 'zurückgeb*, zurückgegeben, rückgabe*, zurückschick*, zurücksend*, retour*, rücksend*, retournier*',
    fr: 'retour*, renvoy*, rendre',
    es: 'devol*, devuel*, regresar',
    zh: '退貨, 退回, 寄回',
    pt: 'devol*',
    it: 'restitu*, reso, resi, rendere',
    nl: 'retour*, terugstu*, terugbreng*',
  },
  exchange: {
    en: 'exchang*, swap*, replace, replaced, replacement',
    de: 'umtausch*, tausch*, austausch*, umzutauschen',
    fr: 'échang*, remplac*',
    es: 'cambio, cambios, cambiar, cambiarlo, cambiarla, reemplaz*',
    zh: '換貨, 更換, 換尺寸, 換',
    pt: 'troc*',
    it: 'cambi*, sostitu*',
    nl: 'ruil*, omruil*, vervang*',
  },
  warranty: {
    en: 'warrant*, guarantee*',
    de: 'garantie*, gewährleistung*',
    fr: 'garanti*',
    es: 'garantía*',
    zh: '保固, 保修, 保證',
    pt: 'garantia*',
    it: 'garanzi*',
    nl: 'garantie*',
  },
  opening: {
    en: 'open, opens, opening, opening hours, business hours, hours, close, closes, closing',
    de: 'geöffnet, offen, öffn*, öffnungszeit*, aufhabt, auf habt, aufmachen, geschlossen, zumachen, schließ*',
    fr: 'ouver*, ouvre*, ouvrez, horaire*, fermez, ferme, fermeture',
    es: 'abr*, abier*, horario*, cierra*, cierre*, cerr*',
    zh: '營業, 開門, 開店, 營業時間, 打烊, 關門, 開到',
    pt: 'abr*, abert*, horário*, fech*',
    it: 'apr*, apert*, orari*, chiud*',
    nl: 'open, geopend, openingstijd*, sluit*, dicht',
  },
  cancel: {
    en: 'cancel*',
    de: 'stornier*, storno, kündig*, abbestell*, widerruf*',
    fr: 'annul*, résili*',
    es: 'cancel*, anul*',
    zh: '取消, 解約',
    pt: 'cancel*',
    it: 'annull*, disdi*',
    nl: 'annul*, opzeg*, opzegg*',
  },
  payment: {
    en: 'pay, pays, paying, payment*, paid',
    de: 'zahl*, bezahl*, zahlung*',
    fr: 'pay*, paiement*, règl*',
    es: 'pag*',
    zh: '付款, 付錢, 支付, 刷卡, 結帳',
    pt: 'pag*',
    it: 'pag*',
    nl: 'betal*',
  },
  instalments: {
    en: 'instalment*, installment*',
    de: 'raten, ratenzahlung, ratenkauf',
    fr: 'plusieurs fois, en trois fois, mensualité*',
    es: 'cuotas, a plazos, meses sin intereses',
    zh: '分期',
    pt: 'parcel*',
    it: 'rate',
    nl: 'termijnen',
  },
  parcel: {
    en: 'parcel*, package, packages',
    de: 'paket*, päckchen, sendung*',
    fr: 'colis',
    es: 'paquete*',
    zh: '包裹, 快遞',
    pt: 'pacote*',
    it: 'pacco, pacchi',
    nl: 'pakket*',
  },
  order: {
    en: 'order, orders, purchase*',
    de: 'bestellung*, bestell*',
    fr: 'commande*',
    es: 'pedido*, compra, orden',
    zh: '訂單',
    pt: 'pedido*',
    it: 'ordin*',
    nl: 'bestelling*',
  },
  stock: {
    en: 'in stock, available, availability',
    de: 'auf lager, vorrätig, verfügbar*, lieferbar',
    fr: 'en stock, disponible*',
    es: 'en stock, disponible*, en existencia',
    zh: '有貨, 現貨, 庫存',
    pt: 'em estoque, disponíve*',
    it: 'disponibil*',
    nl: 'op voorraad, beschikbaar',
  },
  discount: {
    en: 'discount*, promo*, voucher*, coupon*',
    de: 'rabatt*, gutschein*, nachlass',
    fr: 'remise*, réduction*, code promo',
    es: 'descuento*, promoción*, cupón*',
    zh: '折扣, 優惠, 打折, 折價券',
    pt: 'desconto*, cupom',
    it: 'sconto, sconti',
    nl: 'korting*',
  },
  invoice: {
    en: 'invoice*, receipt*, bill',
    de: 'rechnung*, quittung*, beleg',
    fr: 'facture*, reçu',
    es: 'factura*, recibo',
    zh: '發票, 收據',
    pt: 'nota fiscal, fatura',
    it: 'fattur*, ricevut*',
    nl: 'factu*, bon',
  },
  repair: {
    en: 'repair*, fix, fixed',
    de: 'repar*',
    fr: 'répar*',
    es: 'repar*, arregl*',
    zh: '維修, 修理',
    pt: 'consert*',
    it: 'ripar*',
    nl: 'repar*',
  },
  appointment: {
    en: 'appointment*, booking*, book, reservation*',
    de: 'termin*, reservier*, buchen',
    fr: 'rendez vous, rdv, réserv*',
    es: 'cita, citas, reserva*, turno',
    zh: '預約, 訂位',
    pt: 'agend*, reserva*',
    it: 'appuntament*, prenot*',
    nl: 'afspra*, reserv*',
  },
  collect: {
    en: 'pick up, pickup, collect, collected, collection',
    de: 'abhol*, abzuholen, selbst abholen',
    fr: 'retirer, retrait, venir chercher, récupérer',
    es: 'recoger*, recogida, retir*',
    zh: '自取, 取貨',
    pt: 'retir*, buscar',
    it: 'ritir*',
    nl: 'ophal*, afhal*',
  },
  address: {
    en: 'address',
    de: 'adresse, lieferadresse, anschrift',
    fr: 'adresse',
    es: 'dirección, domicilio',
    zh: '地址',
    pt: 'endereço',
    it: 'indirizzo',
    nl: 'adres',
  },
}

const trees = new Map<string, PhraseTree<string>>()

/** The phrases of a language; each match's value is one name for all that mean the same. Null: none for this language. */
export function meanings(language: string): PhraseTree<string> | null {
  const known = trees.get(language)
  if (known !== undefined) return known
  const tree = phraseTree<string>()
  let found = false
  for (const [mark, lists] of [
    ['?', kinds],
    ['=', subjects],
  ] as const)
    for (const [name, byLanguage] of Object.entries(lists))
      for (const phrase of byLanguage[language]?.split(',') ?? []) {
        addPhrase(tree, phrase.trim(), mark + name)
        found = true
      }
  if (!found) return null
  trees.set(language, tree)
  return tree
}
