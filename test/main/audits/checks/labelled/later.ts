import { cases, type Half, type LabelledCase } from './cases.ts'
import type { CheckId } from '../../../../../src/shared/audits.ts'

/**
 * Written when the lists were final, from other trades (clinics, garages, hotels, banks) and in idiomatic words; measured
 * once, nothing changed for them.
 */
function later(check: CheckId, language: string, half: Half): readonly LabelledCase[] {
  return cases(check, language, { yes: '', no: '' }, half).filter(({ chat }) => chat !== '')
}

export const laterCases = [
  ...later('greeting', 'en', {
    yes: `
      C: hi | Top of the morning, Joe! Your car is ready for collection.
      C: room? | Hello and thank you for choosing the Harbour Hotel, I can see two rooms free.
      C: dr smith in? | Yes hello, Dr Smith's practice, Ellie speaking.
      C: card lost | So sorry to hear that Ben - hi, I'm Tara from the fraud team.
      C: hey | Hey hey! What's up?
    `,
    no: `
      C: hello | Thanks. Which tooth hurts?
      C: hi there | Your balance is 40 EUR, the rest follows on Monday evening.
      C: good day | It was a good day for the garage, all four cars are done.
      C: hi | Dear oh dear, that exhaust is gone.
      B: Hello, this is the hotel. | Do you need parking?
    `,
  }),
  ...later('closing', 'en', {
    yes: `
      C: thanks | Any time! Safe drive home.
      C: great | Sleep well and see you at breakfast.
      C: ok | Get well soon, and give us a ring if it gets worse.
      C: sorted | Brilliant. Just shout if you need us again.
      C: cheers | No worries, take it easy!
    `,
    no: `
      C: bye | The crown costs 400.
      C: thanks | We close at six, bring your card.
      C: ok | The mechanic says the best oil is the cheap one.
      C: have a nice evening | Breakfast is from seven.
      C: thanks | I will take care of the paperwork first.
    `,
  }),
  ...later('left_unanswered', 'en', {
    yes: `
      A: Booked. | C: brill. one more thing, do I bring my own towel
      A: The part is here | C: and the price for fitting it?
      A: Card blocked | C: how long until the new one comes then
      C: anyone there?
      A: ok | C: mind telling me which floor
    `,
    no: `
      C: do I bring a towel? | A: No need | C: what a relief
      C: is the dentist in | A: From two | C: where there is a will there is a way lol
      C: price? | A: 80 | C: fair enough
      A: Car's done | C: when I get paid I will come round
      C: which floor | A: Third | C: got it
    `,
  }),
  ...later('greeting', 'de', {
    yes: `
      C: Auto fertig? | Mahlzeit Herr Ott, ja, steht auf dem Hof.
      C: hallo | Einen wunderschönen guten Tag aus dem Hotel am Hafen!
      C: termin | Praxis Dr. Lang, guten Morgen, Sie sprechen mit Elif.
      C: karte weg | Oje, das tut mir leid. Hallo Ben, ich bin Tara.
      C: hi | Hallöle, was kann ich tun?
    `,
    no: `
      C: hallo | Danke. Welcher Zahn tut weh?
      C: guten tag | Das Konto ist seit gestern Abend gedeckt.
      C: hi | Liebe Güte, der Auspuff ist hin.
      C: moin | Guten Gewissens kann ich das nicht empfehlen.
      B: Guten Tag, hier ist das Hotel. | Brauchen Sie einen Parkplatz?
    `,
  }),
  ...later('closing', 'de', {
    yes: `
      C: danke | Jederzeit! Gute Fahrt.
      C: super | Schlafen Sie gut, bis zum Frühstück.
      C: ok | Gute Besserung, und rufen Sie an, wenn es schlimmer wird.
      C: passt | Top. Meld dich, wenn was ist!
      C: merci | Da nicht für, pfiat di!
    `,
    no: `
      C: tschüss | Die Krone kostet 400 Euro.
      C: danke | Wir schließen um sechs, bringen Sie die Karte mit.
      C: ok | Das beste Öl ist das billige.
      C: schönen abend | Frühstück ab sieben.
      C: danke | Ich kümmere mich zuerst um die Papiere.
    `,
  }),
  ...later('left_unanswered', 'de', {
    yes: `
      A: Gebucht. | C: prima. noch was, muss ich ein handtuch mitbringen
      A: Das Teil ist da | C: und der Preis für den Einbau?
      A: Karte gesperrt | C: wie lang dauert es dann bis die neue kommt
      C: jemand da?
      A: ok | C: sagen sie mir noch welches stockwerk
    `,
    no: `
      C: handtuch mitbringen? | A: Nein | C: welch ein glück
      C: ist der zahnarzt da | A: Ab zwei | C: wo ein wille ist ist ein weg lol
      C: preis? | A: 80 | C: in ordnung
      A: Auto ist fertig | C: wenn das geld da ist komme ich vorbei
      C: welcher stock | A: Dritter | C: alles klar
    `,
  }),
  ...later('greeting', 'fr', {
    yes: `
      C: voiture prête ? | Bien le bonjour M. Ott, oui, elle est dans la cour.
      C: chambre ? | Un grand bonjour de l'Hôtel du Port !
      C: rdv | Cabinet du docteur Lang, bonjour, Elif à l'appareil.
      C: carte perdue | Aïe, désolée. Bonjour Ben, je suis Tara.
      C: hi | Yo ! Que puis-je faire ?
    `,
    no: `
      C: bonjour | Merci. Quelle dent vous fait mal ?
      C: bonsoir | Le compte est crédité depuis hier soir.
      C: coucou | Ma chère, non : le pot est mort.
      C: salut | Bon, je regarde le moteur.
      B: Bonjour, ici l'hôtel. | Il vous faut un parking ?
    `,
  }),
  ...later('closing', 'fr', {
    yes: `
      C: merci | À votre service ! Bonne route.
      C: super | Dormez bien, à demain au petit-déjeuner.
      C: ok | Bon rétablissement, et appelez si cela empire.
      C: ça roule | Top. Faites signe au besoin !
      C: merci | Y a pas de souci, bises !
    `,
    no: `
      C: au revoir | La couronne coûte 400 euros.
      C: merci | On ferme à six heures, prenez la carte.
      C: ok | La meilleure huile est la moins chère.
      C: bonne soirée | Petit-déjeuner dès sept heures.
      C: merci | Je m'occupe d'abord des papiers.
    `,
  }),
  ...later('left_unanswered', 'fr', {
    yes: `
      A: Réservé. | C: parfait. au fait je dois apporter une serviette
      A: La pièce est là | C: et le prix de la pose ?
      A: Carte bloquée | C: ça prend combien de temps pour la nouvelle
      C: il y a quelqu'un ?
      A: ok | C: dites-moi à quel étage
    `,
    no: `
      C: une serviette ? | A: Non | C: quel soulagement !
      C: le dentiste est là | A: Dès deux heures | C: qui vivra verra mdr
      C: prix ? | A: 80 | C: d'accord
      A: La voiture est prête | C: quand je serai payé je passe
      C: quel étage | A: Troisième | C: compris
    `,
  }),
  ...later('greeting', 'es', {
    yes: `
      C: ¿coche listo? | Muy buenos días Sr. Ott, sí, está en el patio.
      C: habitación | ¡Un saludo desde el Hotel del Puerto! Hola.
      C: cita | Consulta del doctor Lang, buenos días, le habla Elif.
      C: perdí la tarjeta | Uy, lo siento. Hola Ben, soy Tara.
      C: hi | ¡Qué hubo! ¿En qué ayudo?
    `,
    no: `
      C: hola | Gracias. ¿Qué diente le duele?
      C: buenas tardes | La cuenta tiene saldo desde ayer por la noche.
      C: hola | Querida, no: el escape no sirve.
      C: buenas | Bueno, miro el motor.
      B: Hola, aquí el hotel. | ¿Necesita aparcamiento?
    `,
  }),
  ...later('closing', 'es', {
    yes: `
      C: gracias | ¡Cuando quiera! Buen viaje.
      C: genial | Que descanse, hasta el desayuno.
      C: ok | Que se mejore, y llame si empeora.
      C: vale | Perfecto. ¡Avise si necesita algo!
      C: gracias | ¡A ti, un beso!
    `,
    no: `
      C: adiós | La corona cuesta 400 euros.
      C: gracias | Cerramos a las seis, traiga la tarjeta.
      C: ok | El mejor aceite es el barato.
      C: buenas noches | Desayuno desde las siete.
      C: gracias | Primero me encargo de los papeles.
    `,
  }),
  ...later('left_unanswered', 'es', {
    yes: `
      A: Reservado. | C: perfecto. otra cosa, debo llevar toalla
      A: La pieza llegó | C: ¿y el precio de montarla?
      A: Tarjeta bloqueada | C: cuánto tarda entonces la nueva
      C: ¿hay alguien?
      A: ok | C: me dice en qué piso
    `,
    no: `
      C: ¿llevo toalla? | A: No | C: menudo alivio
      C: está el dentista | A: Desde las dos | C: querer es poder jaja
      C: ¿precio? | A: 80 | C: de acuerdo
      A: El coche está listo | C: cuando cobre paso
      C: qué piso | A: Tercero | C: entendido
    `,
  }),
  ...later('greeting', 'zh', {
    yes: `
      C: 車好了嗎 | 歐先生早，車在院子裡了。
      C: 有房嗎 | 港灣酒店您好，還有兩間。
      C: 掛號 | 這裡是郎醫師診所，早安。
      C: 卡掉了 | 真抱歉，您好，我是風控的小泰。
      C: hi | 安安，怎麼了？
    `,
    no: `
      C: 你好 | 謝謝。哪顆牙痛？
      C: 晚上好 | 帳戶昨天晚上就有錢了。
      C: 您好 | 排氣管壞了，您早點來。
      C: 嗨 | 好，我看一下引擎。
      B: 您好，這裡是酒店。 | 需要停車位嗎？
    `,
  }),
  ...later('closing', 'zh', {
    yes: `
      C: 謝謝 | 隨時歡迎！路上小心。
      C: 太好了 | 祝好眠，早餐見。
      C: 好 | 多休息，不舒服再打給我們。
      C: 可以 | 好的，有事再找我。
      C: 感謝 | 小事一樁，掰！
    `,
    no: `
      C: 再見 | 牙套四千元。
      C: 謝謝 | 我們六點打烊，請帶卡。
      C: 好 | 最好的油是便宜的那款。
      C: 晚安 | 早餐七點開始。
      C: 謝謝 | 我先處理文件。
    `,
  }),
  ...later('left_unanswered', 'zh', {
    yes: `
      A: 訂好了。 | C: 好，對了要帶毛巾嗎
      A: 零件到了 | C: 那安裝費多少
      A: 卡已停用 | C: 新的要幾天
      C: 有人在嗎
      A: 好 | C: 麻煩告訴我在幾樓
    `,
    no: `
      C: 要帶毛巾嗎 | A: 不用 | C: 太好了
      C: 醫生在嗎 | A: 兩點後 | C: 好喔沒什麼急的
      C: 多少 | A: 八十 | C: 可以
      A: 車好了 | C: 領薪水了就過去
      C: 幾樓 | A: 三樓 | C: 知道了
    `,
  }),
]
