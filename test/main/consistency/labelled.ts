/**
 * Pairs of questions that are or are not the same, and pairs of answers that can or cannot both be right. All invented by
 * the author of the rules; the halves called held out were written before the rules first ran on any, and nothing was
 * changed for them.
 */
import type { DivergenceKind } from '../../../src/shared/audits.ts'

export interface LabelledPair {
  readonly language: string
  readonly one: string
  readonly other: string
  readonly same: boolean
  readonly heldOut: boolean
}

export interface LabelledAnswers {
  readonly language: string
  readonly one: string
  readonly other: string
  /** What they conflict in; empty: both can be right. */
  readonly kinds: readonly DivergenceKind[]
  readonly heldOut: boolean
}

interface Half {
  readonly same: string
  readonly different: string
}

function pairs(language: string, tuned: Half, heldOut: Half): readonly LabelledPair[] {
  const half = ({ same, different }: Half, held: boolean) =>
    [
      [true, same],
      [false, different],
    ].flatMap(([isSame, text]) =>
      linesOf(String(text)).map((line) => {
        const [one = '', other = ''] = line.split(' = ')
        return { language, one, other, same: isSame === true, heldOut: held }
      }),
    )
  return [...half(tuned, false), ...half(heldOut, true)]
}

function answers(language: string, tuned: string, heldOut: string): readonly LabelledAnswers[] {
  const half = (text: string, held: boolean) =>
    linesOf(text).map((line) => {
      const [both = '', kinds = ''] = line.split(' => ')
      const [one = '', other = ''] = both.split(' / ')
      return {
        language,
        one,
        other,
        kinds: kinds === 'none' ? [] : (kinds.split(' ') as DivergenceKind[]),
        heldOut: held,
      }
    })
  return [...half(tuned, false), ...half(heldOut, true)]
}

function linesOf(text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
}

export const labelledPairs: readonly LabelledPair[] = [
  ...pairs(
    'en',
    {
      same: `
        How long does delivery take? = how long is delivery
        Hi, when do you open on Saturday? = What time do you open Saturdays?
        How much is shipping to Austria? = what does shipping to austria cost
        Can I return sale items? = Is it possible to return items from the sale?
        Do you ship to Switzerland? = Hello! Do you deliver to Switzerland?
        How do I cancel my subscription? = how can i cancel the subscription please
        Is the warranty two years? = is there a 2 years warranty? two years?
        Can I pay in instalments? = Do you offer payment in installments?
        When do I get my refund? = when will I get my money back
        Can I pick up my order in the store? = Is it possible to collect an order at the store?
      `,
      different: `
        How long does delivery take? = How much is delivery?
        When do you open on Saturday? = When do you open on Sunday?
        Do you ship to Austria? = Do you ship to Switzerland?
        Can I return sale items? = Can I exchange sale items?
        How do I cancel my order? = How do I change my order?
        Do you have this in size 38? = Do you have this in size 40?
        Is it waterproof? = Is it in stock?
        Where is your shop? = Where is my parcel?
        Can I pay by card? = Can I pay in cash?
        How long is the warranty? = How long is the cable?
      `,
    },
    {
      same: `
        What are your opening hours? = when are you open
        Do you have a discount for students? = is there a student discount
        Can I get an invoice? = could you send me an invoice
        How long do I have to return something? = how many days do I have for a return
        Is shipping free? = do I pay for shipping
        Can you repair my tent? = do you repair tents
        Where can I find your store? = where is your store
        Do I need an appointment? = is an appointment needed
      `,
      different: `
        What are your opening hours? = What is your phone number?
        Do you have a student discount? = Do you have a gift card?
        Can I get an invoice? = Can I get a refund?
        How long is the return period? = How long is the tent?
        Is shipping free? = Is parking free?
        Can you repair my tent? = Can you repair my boots?
        Where is your store in Berlin? = Where is your store in Vienna?
        Do I need an appointment? = Do I need a receipt?
      `,
    },
  ),
  ...pairs(
    'de',
    {
      same: `
        Wie lange dauert die Lieferung? = wie lang dauert der Versand
        Wann habt ihr samstags offen? = Wann haben Sie am Samstag geöffnet?
        Was kostet der Versand nach Österreich? = wie viel kostet die Lieferung nach oesterreich
        Kann ich reduzierte Ware zurückgeben? = Ist die Rückgabe reduzierter Ware möglich?
        Liefern Sie in die Schweiz? = Hallo, versendet ihr in die Schweiz?
        Wie kann ich mein Abo kündigen? = wie kündige ich das Abo
        Kann ich in Raten zahlen? = Ist Ratenzahlung möglich?
        Bekomme ich eine Rechnung? = könnte ich eine Rechnung bekommen
        Wann bekomme ich mein Geld zurück? = wann kommt die Erstattung
        Kann ich im Laden abholen? = ist Abholung im Laden möglich
      `,
      different: `
        Wie lange dauert die Lieferung? = Was kostet die Lieferung?
        Wann haben Sie samstags geöffnet? = Wann haben Sie sonntags geöffnet?
        Liefern Sie nach Österreich? = Liefern Sie in die Schweiz?
        Kann ich reduzierte Ware zurückgeben? = Kann ich reduzierte Ware umtauschen?
        Wie storniere ich die Bestellung? = Wie ändere ich die Bestellung?
        Gibt es das in Größe 38? = Gibt es das in Größe 40?
        Ist die Jacke wasserdicht? = Ist die Jacke lieferbar?
        Wo ist Ihr Laden? = Wo ist mein Paket?
        Kann ich mit Karte zahlen? = Kann ich bar zahlen?
        Wie lang ist die Garantie? = Wie lang ist das Kabel?
      `,
    },
    {
      same: `
        Wie sind Ihre Öffnungszeiten? = wann habt ihr auf, öffnungszeiten?
        Gibt es Rabatt für Studenten? = habt ihr studentenrabatt, also rabatt für studenten
        Wie lange kann ich zurückgeben? = wie viele Tage habe ich für die Rückgabe
        Ist der Versand kostenlos? = kostet der Versand etwas
        Repariert ihr Zelte? = Können Sie mein Zelt reparieren?
        Wo finde ich Ihren Laden? = wo ist euer Laden
        Brauche ich einen Termin? = ist ein Termin nötig
        Kann ich auf Rechnung kaufen? = geht kauf auf rechnung
      `,
      different: `
        Wie sind die Öffnungszeiten? = Wie ist die Telefonnummer?
        Gibt es Studentenrabatt? = Gibt es Gutscheine?
        Bekomme ich eine Rechnung? = Bekomme ich eine Erstattung?
        Ist der Versand kostenlos? = Ist das Parken kostenlos?
        Repariert ihr Zelte? = Repariert ihr Schuhe?
        Wo ist der Laden in Berlin? = Wo ist der Laden in Wien?
        Brauche ich einen Termin? = Brauche ich den Kassenbon?
        Fällt die Jacke groß aus? = Ist die Jacke warm?
      `,
    },
  ),
  ...pairs(
    'fr',
    {
      same: `
        Combien de temps prend la livraison ? = quel est le délai de livraison
        Vous ouvrez à quelle heure le samedi ? = à quelle heure êtes-vous ouverts le samedi
        Combien coûte la livraison en Belgique ? = quels sont les frais de livraison pour la belgique
        Peut-on retourner un article soldé ? = est-ce que je peux retourner un article en solde
        Livrez-vous en Suisse ? = Bonjour, est-ce que vous livrez en suisse
        Comment annuler mon abonnement ? = comment puis-je résilier mon abonnement
        Peut-on payer en plusieurs fois ? = est-ce possible de payer en plusieurs fois
        Puis-je avoir une facture ? = pourrais-je avoir la facture svp
        Quand serai-je remboursé ? = quand aurai-je mon remboursement
        Peut-on retirer en magasin ? = le retrait en magasin est possible ?
      `,
      different: `
        Quel est le délai de livraison ? = Combien coûte la livraison ?
        Vous ouvrez à quelle heure le samedi ? = Vous ouvrez à quelle heure le dimanche ?
        Livrez-vous en Belgique ? = Livrez-vous en Suisse ?
        Peut-on retourner un article soldé ? = Peut-on échanger un article soldé ?
        Comment annuler ma commande ? = Comment modifier ma commande ?
        Vous l'avez en taille 38 ? = Vous l'avez en taille 40 ?
        Est-elle imperméable ? = Est-elle en stock ?
        Où est votre magasin ? = Où est mon colis ?
        Peut-on payer par carte ? = Peut-on payer en espèces ?
        La garantie dure combien de temps ? = Le câble mesure combien ?
      `,
    },
    {
      same: `
        Quels sont vos horaires ? = vous êtes ouverts quand, quels horaires
        Y a-t-il une remise étudiant ? = avez-vous une réduction pour étudiant
        Combien de jours pour un retour ? = quel est le délai de retour
        La livraison est gratuite ? = est-ce que la livraison est gratuite
        Réparez-vous les tentes ? = pouvez-vous réparer ma tente
        Où se trouve votre magasin ? = votre magasin est où
        Faut-il un rendez-vous ? = dois-je prendre rendez-vous
        Avez-vous une carte cadeau ? = est-ce que vous avez des cartes cadeaux
      `,
      different: `
        Quels sont vos horaires ? = Quel est votre numéro ?
        Y a-t-il une remise étudiant ? = Y a-t-il une carte cadeau ?
        Puis-je avoir une facture ? = Puis-je avoir un remboursement ?
        La livraison est gratuite ? = Le parking est gratuit ?
        Réparez-vous les tentes ? = Réparez-vous les chaussures ?
        Votre magasin à Lyon est où ? = Votre magasin à Paris est où ?
        Faut-il un rendez-vous ? = Faut-il le ticket de caisse ?
        La veste taille grand ? = La veste est chaude ?
      `,
    },
  ),
  ...pairs(
    'es',
    {
      same: `
        ¿Cuánto tarda el envío? = cuánto demora la entrega
        ¿A qué hora abren el sábado? = cuándo abren los sábados
        ¿Cuánto cuesta el envío a Portugal? = precio del envío a portugal
        ¿Puedo devolver artículos rebajados? = ¿se puede devolver un artículo rebajado?
        ¿Envían a Suiza? = Hola, ¿hacen envíos a suiza?
        ¿Cómo cancelo mi suscripción? = cómo puedo cancelar la suscripción
        ¿Se puede pagar a plazos? = puedo pagar en cuotas
        ¿Me pueden dar factura? = necesito factura, ¿es posible?
        ¿Cuándo me hacen el reembolso? = cuándo llega el reembolso
        ¿Puedo recoger en tienda? = ¿hay recogida en tienda?
      `,
      different: `
        ¿Cuánto tarda el envío? = ¿Cuánto cuesta el envío?
        ¿A qué hora abren el sábado? = ¿A qué hora abren el domingo?
        ¿Envían a Portugal? = ¿Envían a Suiza?
        ¿Puedo devolver artículos rebajados? = ¿Puedo cambiar artículos rebajados?
        ¿Cómo cancelo mi pedido? = ¿Cómo modifico mi pedido?
        ¿Lo tienen en talla 38? = ¿Lo tienen en talla 40?
        ¿Es impermeable? = ¿Está disponible?
        ¿Dónde está la tienda? = ¿Dónde está mi paquete?
        ¿Puedo pagar con tarjeta? = ¿Puedo pagar en efectivo?
        ¿Cuánto dura la garantía? = ¿Cuánto mide el cable?
      `,
    },
    {
      same: `
        ¿Cuál es su horario? = qué horario tienen
        ¿Hay descuento para estudiantes? = tienen descuento de estudiante
        ¿Cuántos días tengo para devolver? = plazo para una devolución
        ¿El envío es gratis? = es gratis el envío
        ¿Reparan tiendas de campaña? = pueden reparar mi tienda de campaña
        ¿Dónde está su tienda? = dónde queda la tienda
        ¿Necesito cita? = hay que pedir cita
        ¿Tienen tarjetas de regalo? = hay tarjeta regalo
      `,
      different: `
        ¿Cuál es su horario? = ¿Cuál es su teléfono?
        ¿Hay descuento de estudiante? = ¿Hay tarjeta de regalo?
        ¿Me pueden dar factura? = ¿Me pueden dar un reembolso?
        ¿El envío es gratis? = ¿El parking es gratis?
        ¿Reparan tiendas de campaña? = ¿Reparan botas?
        ¿La tienda de Madrid dónde está? = ¿La tienda de Sevilla dónde está?
        ¿Necesito cita? = ¿Necesito el recibo?
        ¿La chaqueta talla grande? = ¿La chaqueta abriga?
      `,
    },
  ),
  ...pairs(
    'zh',
    {
      same: `
        請問配送要多久？ = 送貨要幾天
        星期六幾點開門？ = 請問星期六什麼時候開門
        寄到香港運費多少？ = 寄到香港的運費是多少錢
        特價商品可以退貨嗎？ = 請問特價商品能不能退貨
        有寄到澳門嗎？ = 可以寄到澳門嗎
        怎麼取消訂閱？ = 如何取消訂閱
        可以分期付款嗎？ = 請問有分期付款嗎
        可以開發票嗎？ = 能開發票嗎
        退款什麼時候到？ = 退款多久會到
        可以到店自取嗎？ = 能不能到店自取
      `,
      different: `
        配送要多久？ = 配送多少錢？
        星期六幾點開門？ = 星期日幾點開門？
        有寄到香港嗎？ = 有寄到澳門嗎？
        特價商品可以退貨嗎？ = 特價商品可以換貨嗎？
        怎麼取消訂單？ = 怎麼修改訂單？
        有 38 號嗎？ = 有 40 號嗎？
        防水嗎？ = 有現貨嗎？
        你們店在哪裡？ = 我的包裹在哪裡？
        可以刷卡嗎？ = 可以付現嗎？
        保固多久？ = 電線多長？
      `,
    },
    {
      same: `
        營業時間是幾點？ = 請問你們的營業時間
        學生有折扣嗎？ = 請問學生有沒有優惠
        幾天內可以退貨？ = 退貨期限是幾天
        運費免費嗎？ = 請問運費是免費的嗎
        可以修帳篷嗎？ = 請問有修帳篷嗎
        店面地址在哪裡？ = 請問店面的地址在哪
        需要預約嗎？ = 請問要不要預約
        有禮品卡嗎？ = 請問有沒有禮品卡
      `,
      different: `
        營業時間是幾點？ = 電話是幾號？
        學生有折扣嗎？ = 有禮品卡嗎？
        可以開發票嗎？ = 可以退款嗎？
        運費免費嗎？ = 停車免費嗎？
        可以修帳篷嗎？ = 可以修鞋子嗎？
        台北店在哪裡？ = 高雄店在哪裡？
        需要預約嗎？ = 需要收據嗎？
        外套偏大嗎？ = 外套保暖嗎？
      `,
    },
  ),
]

export const labelledAnswers: readonly LabelledAnswers[] = [
  ...answers(
    'en',
    `
      You have 14 days to return it. / You have thirty days to return it. => deadline
      You have 14 days. / Two weeks from delivery. => none
      Shipping is 4.90 €. / Shipping costs EUR 5.90 => price
      Shipping is free. / It is €4.90. => price
      It's 4.90 EUR, free from 50 EUR. / Free over €50, else €4.90 => none
      Yes, you can return sale items. / No, sale items cannot be returned. => policy yes_no
      No problem, we refund it. / Unfortunately we do not refund sale items. => policy yes_no
      It takes 2-3 days. / Three days. => none
      Delivery takes 2-3 working days. / It takes about a week. => none
      It takes 24 hours. / It takes a day. => none
      We open at 9 am. / We open at 10:00 => deadline
      We close at 6 pm. / We close at 18:00. => none
      Of course! / I'm afraid not. => yes_no
      The warranty is two years. / There is a 24 month warranty. => none
      The warranty is two years. / It has one year of warranty. => deadline
      No refund, but you can exchange it. / We refund within 14 days. => policy
      It costs $1,299.00 / It costs $1299 => none
    `,
    `
      Within 30 days. / Within a month. => none
      Returns are accepted for 60 days / Only 14 days, sorry. => deadline
      The fee is £10. / There is no charge. => price
      Sure, we ship to Malta. / Sorry, we do not ship to Malta. => policy yes_no
      It takes 5 to 7 days. / Allow two to three days. => deadline
      Yep! / Yes, absolutely. => none
      Without a receipt we can't exchange it. / You can exchange it without a receipt. => policy
      We answer within 2 hours. / You hear from us in 48 hours. => deadline
      It is 20 euros. / 20,00 € per piece => none
      You can cancel any time. / It is not possible to cancel. => policy
    `,
  ),
  ...answers(
    'de',
    `
      Sie haben 14 Tage Zeit. / Sie haben dreißig Tage Zeit. => deadline
      14 Tage ab Lieferung / Zwei Wochen. => none
      Der Versand kostet 4,90 €. / 5,90 EUR kostet der Versand => price
      Versandkostenfrei! / Der Versand kostet 4,90 Euro. => price
      Ja, reduzierte Ware können Sie zurückgeben. / Nein, reduzierte Ware können Sie nicht zurückgeben. => policy yes_no
      Kein Problem, wir erstatten das. / Leider erstatten wir das nicht. => policy yes_no
      2 bis 3 Werktage / In drei Werktagen ist es da. => none
      Die Lieferung dauert 2-3 Tage. / Die Lieferung dauert 10 Tage. => deadline
      Wir öffnen um 9 Uhr. / Ab 10:00 sind wir da. => deadline
      Bis 18 Uhr / Bis 18:00 Uhr. => none
      Natürlich! / Das geht leider nicht. => yes_no
      Zwei Jahre Garantie. / 24 Monate Garantie => none
      Keine Erstattung, aber Umtausch ist möglich. / Wir erstatten innerhalb von 14 Tagen. => policy
      Das kostet 1.299 € / Das kostet 1299,00 Euro => none
      Gern, schicken Sie es ein. / Schicken Sie es bitte ein. => none
    `,
    `
      Innerhalb von 30 Tagen. / Innerhalb eines Monats. => none
      60 Tage Rückgaberecht / Nur 14 Tage, leider. => deadline
      Die Gebühr beträgt 10 Franken. / Das ist kostenlos. => price
      Klar, wir liefern nach Malta. / Nach Malta liefern wir leider nicht. => policy
      5 bis 7 Tage / zwei bis drei Tage => deadline
      Ja! / Jawohl, sehr gern. => none
      Ohne Kassenbon ist kein Umtausch möglich. / Umtausch geht auch ohne Kassenbon. => policy
      Wir antworten in 2 Stunden. / Innerhalb von 48 Stunden => deadline
      20 Euro / 20,00 € pro Stück => none
      Sie können jederzeit stornieren. / Eine Stornierung ist nicht möglich. => policy
    `,
  ),
  ...answers(
    'fr',
    `
      Vous avez 14 jours. / Vous avez trente jours. => deadline
      14 jours après livraison / Deux semaines. => none
      La livraison coûte 4,90 €. / 5,90 EUR la livraison => price
      La livraison est gratuite. / C'est 4,90 euros. => price
      Oui, vous pouvez retourner un article soldé. / Non, le retour des articles soldés n'est pas possible. => policy yes_no
      Pas de problème, on rembourse. / Malheureusement nous ne remboursons pas. => policy yes_no
      2 à 3 jours ouvrés / Trois jours ouvrés. => none
      Comptez 2 à 3 jours. / Comptez 10 jours. => deadline
      Nous ouvrons à 9 h. / On ouvre à 10h00 => deadline
      Jusqu'à 18h / Jusqu'à 18:00. => none
      Bien sûr ! / Désolé, ce n'est pas possible. => yes_no
      Deux ans de garantie. / Garantie 24 mois => none
      Le code est valable 24 h. / Valable un jour. => none
      Pas de remboursement mais un échange est possible. / Nous remboursons sous 14 jours. => policy
    `,
    `
      Sous 30 jours. / Sous un mois. => none
      60 jours pour le retour / Seulement 14 jours. => deadline
      Les frais sont de 10 €. / C'est sans frais. => price
      Oui, nous livrons à Malte. / Nous ne livrons pas à Malte. => policy yes_no
      5 à 7 jours / deux à trois jours => deadline
      Oui ! / Tout à fait. => none
      Sans ticket, aucun échange. / L'échange est possible sans ticket. => policy
      Réponse en 2 heures. / Sous 48 heures => deadline
      20 euros / 20,00 € pièce => none
      Vous pouvez annuler. / Il est impossible d'annuler. => policy
    `,
  ),
  ...answers(
    'es',
    `
      Tiene 14 días. / Tiene treinta días. => deadline
      14 días desde la entrega / Dos semanas. => none
      El envío cuesta 4,90 €. / 5,90 EUR el envío => price
      El envío es gratis. / Son 4,90 euros. => price
      Sí, puede devolver artículos rebajados. / No, no se pueden devolver artículos rebajados. => policy yes_no
      Sin problema, hacemos el reembolso. / Lamentablemente no hacemos reembolsos. => policy yes_no
      2 a 3 días hábiles / Tres días hábiles. => none
      Tarda de 2 a 3 días. / Tarda 10 días. => deadline
      Abrimos a las 9:00. / Abrimos a las 10:00 => deadline
      Hasta las 6 pm / Hasta las 18:00. => none
      ¡Claro! / Por el momento no es posible. => yes_no
      Dos años de garantía. / Garantía de 24 meses => none
      No hay reembolso pero puede hacer un cambio. / Hacemos reembolsos en 14 días. => policy
      Cuesta $1,299.00 / Cuesta $1299 => none
    `,
    `
      En 30 días. / En un mes. => none
      60 días de devolución / Solo 14 días. => deadline
      La tarifa es de 10 €. / Es sin costo. => price
      Claro, enviamos a Malta. / No enviamos a Malta. => policy yes_no
      5 a 7 días / dos o tres días => deadline
      ¡Sí! / Por supuesto. => none
      Sin recibo no hay cambio. / El cambio es posible sin recibo. => policy
      Respuesta en 2 horas. / En 48 horas => deadline
      20 euros / 20,00 € cada uno => none
      Puede cancelar cuando quiera. / No es posible cancelar. => policy
    `,
  ),
  ...answers(
    'zh',
    `
      有14天鑑賞期。 / 您有三十天。 => deadline
      14天內 / 兩個星期內。 => none
      運費是 100 元。 / 運費 NT$120 => price
      免運費喔！ / 運費 100 元。 => price
      可以的，特價品可以退貨。 / 不行，特價品不能退貨。 => policy yes_no
      沒問題，我們會退款。 / 很抱歉，特價品無法退款。 => policy yes_no
      2到3個工作天 / 三個工作天 => none
      大約 2-3 天。 / 大約十天。 => deadline
      早上9點開門。 / 10:00 開門 => deadline
      到下午6點 / 到 18:00 => none
      當然可以！ / 目前沒有提供。 => yes_no
      保固兩年。 / 保固 24 個月 => none
      無法退款，但可以換貨。 / 14 天內可退款。 => policy
      1,299 元 / 1299元 => none
    `,
    `
      30 天內。 / 一個月內。 => none
      退貨期 60 天 / 只有 14 天。 => deadline
      手續費 10 元。 / 不收費。 => price
      可以，我們有寄送澳門。 / 沒有寄送澳門。 => policy yes_no
      五到七天 / 兩到三天 => deadline
      是的！ / 可以的。 => none
      沒有收據不能換貨。 / 沒有收據也可以換貨。 => policy
      2 小時內回覆 / 48 小時內 => deadline
      20 歐元 / €20.00 => none
      隨時可以取消。 / 無法取消。 => policy
    `,
  ),
]
