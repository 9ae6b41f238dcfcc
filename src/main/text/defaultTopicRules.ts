/** The topics a new workspace starts with; its people change them. */
import type { TopicRule } from './topics.ts'

export const defaultTopicRules: readonly TopicRule[] = [
  {
    id: 'delivery',
    name: 'Delivery',
    keywords: {
      en: words(
        'deliver*, shipping, shipped, shipment, parcel, package, tracking, track my, courier, driver, arrive*, dispatch*, where is my order',
      ),
      zh: words(
        '送貨, 配送, 快遞, 物流, 包裹, 運費, 發貨, 出貨, 寄出, 派送, 外送, 宅配, 單號, 到貨, 什麼時候到, 什么时候到, 運送',
      ),
      de: words(
        'liefer*, versand*, versend*, verschickt, paket*, sendung*, zustell*, zugestellt, spedition, kurier*, fahrer, unterwegs, wo ist meine bestellung',
      ),
      fr: words(
        'livr*, colis, expédi*, envoi, acheminement, suivi, transporteur, coursier, livreur, où est ma commande',
      ),
      es: words(
        'entreg*, envío*, envio*, paquete*, paqueter*, rastre*, seguimiento, repartidor*, mensajer*, reparto, dónde está mi pedido, llegar, llegado',
      ),
    },
  },
  {
    id: 'refund',
    name: 'Returns and refunds',
    keywords: {
      en: words(
        'refund*, money back, return, returns, returned, returning, send back, send it back, exchange it',
      ),
      zh: words('退款, 退錢, 退貨, 退換, 退回, 還錢'),
      de: words(
        'erstatt*, rückerstatt*, geld zurück, rücksend*, rückgabe, retour*, zurückschick*, zurücksend*, zurückgeben, umtausch*, umtauschen',
      ),
      fr: words('rembours*, renvoyer, renvoi, retourner, retour produit, échange, échanger, rétractation'),
      es: words('reembols*, devoluci*, devolver, devuelvan, reintegr*, cambiarlo'),
    },
  },
  {
    id: 'payment',
    name: 'Invoice and payment',
    keywords: {
      en: words(
        'invoice*, receipt, bill, billing, payment*, pay, paid, charged, charge, credit card, debit, direct debit, bank transfer, vat, paypal',
      ),
      zh: words('發票, 收據, 帳單, 付款, 支付, 扣款, 刷卡, 信用卡, 轉帳, 匯款, 重複扣, 统一编号, 統編'),
      de: words(
        'rechnung*, beleg, quittung, zahlung*, bezahl*, zahlen, abgebucht, abbuchung, lastschrift, überweis*, kreditkarte, mahnung, mwst, paypal',
      ),
      fr: words(
        'facture*, facturation, reçu de paiement, ticket de caisse, paiement*, payer, payé*, débité*, prélev*, virement, carte bancaire, tva, paypal',
      ),
      es: words(
        'factura*, recibo, ticket, pago*, pagar, pagué, cobr*, cargo, transferencia, tarjeta, domicili*, iva, paypal',
      ),
    },
  },
  {
    id: 'damaged',
    name: 'Damaged or faulty goods',
    keywords: {
      en: words(
        'damaged, broken, broke, crack*, defect*, faulty, does not work, doesn’t work, not working, stopped working, scratch*, torn, leak*, warranty, repair*',
      ),
      zh: words('壞了, 壞掉, 壞的, 破損, 損壞, 裂, 瑕疵, 故障, 刮痕, 漏水, 不能用, 保修, 保固, 維修'),
      de: words(
        'kaputt*, defekt*, beschädigt*, zerbrochen*, gerissen, riss, kratzer, funktioniert nicht, geht nicht mehr, undicht, garantie, gewährleistung, reparatur*, reparier*',
      ),
      fr: words(
        'cassé*, abîmé*, endommagé*, défectueu*, fissuré*, rayé*, en panne, ne marche pas, ne fonctionne pas, marche pas, déchiré*, garantie, réparation, réparer',
      ),
      es: words(
        'roto, rota, rotos, rotas, rompió, dañad*, defectuos*, averiad*, rayad*, no funciona, no sirve, fuga, garantía, reparación, reparar',
      ),
    },
  },
  {
    id: 'order_change',
    name: 'Change or cancel an order',
    keywords: {
      en: words(
        'change my order, change the order, change the delivery, change the address, change my address, delivery address, cancel*, modify my order, add to my order, wrong address, wrong size, different size, different colour, reschedule',
      ),
      zh: words('取消, 修改訂單, 更改訂單, 改地址, 收貨地址, 換地址, 改期, 換顏色, 換尺寸, 改成, 加購'),
      de: words(
        'stornier*, storno, bestellung ändern, ändern, lieferadresse, adresse ändern, andere größe, andere farbe, umbestell*, abbestell*, verschieben',
      ),
      fr: words(
        'annuler, annulation, modifier ma commande, modifier la commande, changer l’adresse, adresse de livraison, changer de taille, autre taille, autre couleur, décaler, reporter',
      ),
      es: words(
        'cancelar, cancelación, modificar el pedido, modificar mi pedido, cambiar la dirección, dirección de entrega, cambiar el pedido, cambiar mi pedido, otra talla, otro color, reprogramar',
      ),
    },
  },
  {
    id: 'opening_hours',
    name: 'Opening hours and location',
    keywords: {
      en: words(
        'opening hours, opening times, business hours, what time do you open, what time do you close, are you open, open on, open today, open tomorrow, when do you open, when do you close, closed on, where are you located, your address, parking',
      ),
      zh: words('營業時間, 幾點開, 幾點關, 開門, 關門, 有開嗎, 有營業, 公休, 店在哪, 地址在哪, 門市, 停車'),
      de: words(
        'öffnungszeit*, geöffnet, wann habt ihr, habt ihr offen, haben sie offen, offen, wann öffnet, wann schließt, wann macht ihr, geschlossen, standort, anfahrt, parkplatz, parken',
      ),
      fr: words(
        'horaire*, heures d’ouverture, ouvrez vous, vous ouvrez, êtes vous ouvert*, vous êtes ouvert*, fermez vous, fermé*, jours fériés, où êtes vous, adresse du magasin, parking',
      ),
      es: words(
        'horario*, a qué hora abren, a qué hora cierran, abren, cierran, están abiertos, abierto, abierta, dónde están, ubicación, ubicados, estacionamiento, aparcamiento',
      ),
    },
  },
  {
    id: 'account',
    name: 'Account and login',
    keywords: {
      en: words(
        'password*, log in, login, logging in, sign in, sign up, my account, account, username, verification code, reset, two factor, locked out',
      ),
      zh: words('密碼, 登入, 登錄, 登陸, 帳號, 賬號, 帳戶, 驗證碼, 註冊, 注册, 重設, 會員'),
      de: words(
        'passwort*, kennwort, einlogg*, anmeld*, login, konto, kundenkonto, benutzername, registrier*, bestätigungscode, gesperrt, zurücksetzen',
      ),
      fr: words(
        'mot de passe, connecter, connexion, me connecte, identifiant*, mon compte, compte client, inscription, code de vérification, réinitialis*',
      ),
      es: words(
        'contraseña*, clave, iniciar sesión, inicio de sesión, entrar a mi, mi cuenta, usuario, código de verificación, registr*, restablecer',
      ),
    },
  },
  {
    id: 'complaint',
    name: 'Complaint',
    keywords: {
      en: words(
        'complain*, complaint*, unacceptable, disappointed, rude, terrible, worst, manager, supervisor, lawyer, never again, ridiculous, waste of',
      ),
      zh: words('投訴, 客訴, 抱怨, 不滿, 失望, 態度, 太差, 離譜, 主管, 經理, 律師, 消保'),
      de: words(
        'beschwer*, beschwerde*, reklam*, unverschämt*, frechheit, enttäusch*, unzufrieden*, vorgesetzt*, anwalt, nie wieder, unmöglich',
      ),
      fr: words(
        'plainte*, réclamation*, me plaindre, inacceptable*, inadmissible*, scandaleux, déçu*, honteux, responsable, avocat, plus jamais',
      ),
      es: words(
        'queja*, quejar*, reclam*, inaceptable*, vergüenza, decepcionad*, pésim*, gerente, encargad*, abogad*, nunca más',
      ),
    },
  },
  {
    id: 'product',
    name: 'Product question',
    keywords: {
      en: words(
        'in stock, available, availability, do you have, do you sell, size*, colour*, color*, price, how much is, how much does, cost, difference between, compatible, ingredients, vegan, material, catalogue, catalog, model',
      ),
      zh: words(
        '有貨, 現貨, 庫存, 有沒有賣, 尺寸, 尺碼, 顏色, 多少錢, 價格, 價錢, 規格, 材質, 成分, 型號, 相容, 差在哪',
      ),
      de: words(
        'auf lager, verfügbar*, lieferbar*, vorrätig, größe*, farbe*, preis*, was kostet, wie viel kostet, unterschied, kompatibel, zutaten, vegan, material, modell*, katalog',
      ),
      fr: words(
        'en stock, disponible*, disponibilité, avez vous, vendez vous, taille*, couleur*, prix, combien coûte, tarif*, différence entre, compatible*, ingrédients, composition, modèle*, catalogue',
      ),
      es: words(
        'en stock, disponib*, hay existencias, tienen, venden, talla*, color*, precio*, cuánto cuesta, cuánto vale, diferencia entre, compatible*, ingredientes, material*, modelo*, catálogo',
      ),
    },
  },
]

function words(list: string): readonly string[] {
  return list.split(', ')
}
