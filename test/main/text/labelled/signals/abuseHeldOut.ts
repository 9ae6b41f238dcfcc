/**
 * Fifteen sentences a language that insult or threaten whoever reads them and fifteen that do not, written before the
 * wordings were widened and never tuned on: a wording that is missed here stays missed. One a line.
 */
export interface HeldOutAbuse {
  readonly language: string
  readonly yes: string
  readonly no: string
}

export const abuseHeldOut: readonly HeldOutAbuse[] = [
  {
    language: 'en',
    yes: `
      You people are useless idiots.
      You lot are pathetic liars
      Are you people brain dead or what
      You are a disgrace of a human being, you scum
      What kind of morons work there?
      Bunch of incompetent clowns, the lot of you
      you're a thieving scammer
      Get lost, you worthless piece of trash
      You absolute muppet, I said BLUE
      I know where you live and I will come for you
      Are you stupid?
      listen you dumbass, I paid twice
      You thieves stole my money
      All of you are useless and lazy
      eat shit
    `,
    no: `
      I felt like an idiot standing there in the rain
      You must think I'm stupid
      The instructions are useless
      My boss will kill me if this is late
      This vacuum is a piece of trash
      You are not stupid, it is the app that is confusing
      My son broke it, the little idiot
      Sorry, I was stupid and ordered two
      The thieves took my parcel from the porch
      Are you the people with the clown costumes?
      My brother says you are idiots but I think you're great
      Is it stupid to ask for a refund now?
      I hope you all have a good weekend
      The old app was dumb, the new one is great
      You guys are killing it!
    `,
  },
  {
    language: 'de',
    yes: `
      Ihr seid doch alle unfähige Idioten.
      Sie sind ja zu blöd um ein Paket zu liefern
      Was seid ihr nur für Versager
      Ihr Betrüger, ich will mein Geld zurück
      Du bist so dumm
      So ein unfähiger Haufen von Deppen
      Du blöde Kuh hast einfach aufgelegt
      Ihr Penner habt meine Bestellung verschlampt
      Seid ihr eigentlich bescheuert?
      Sind Sie zu dumm zum Lesen?
      Ich weiß wo du wohnst, pass bloß auf
      Ihr seid der letzte Dreck
      Fresse halten und liefern
      Lauter Vollpfosten bei euch
      Ihr habt sie doch nicht mehr alle, ihr Spinner
    `,
    no: `
      Ich kam mir vor wie ein Idiot
      Ich war zu blöd, das Passwort zu merken
      Das ist eine dumme Frage, aber wie storniere ich?
      Die Anleitung ist bescheuert
      Mein Chef bringt mich um, wenn das nicht ankommt
      Sie sind ja nicht blöd, das weiß ich
      Da hat ein Betrüger meine Karte benutzt
      Mein Nachbar, der Idiot, hat das Paket angenommen
      Der Drucker ist zu dumm für das neue Papier
      Dumm gelaufen, ich habe die falsche Größe bestellt
      Ist das Spiel Depp vom Dienst noch da?
      Halten Sie die Klappe am Gerät beim Einsetzen fest?
      Die Versager-Garantie gilt doch zwei Jahre?
      Blöd, dass es regnet, kommt ihr trotzdem?
      Bei der Kuh auf dem Bild fehlt ein Horn
    `,
  },
  {
    language: 'fr',
    yes: `
      Vous êtes tous des incapables et des idiots.
      Vous êtes vraiment trop bêtes
      Quelle bande de guignols
      Tu es stupide ou quoi ?
      Vous êtes des voleurs
      Espèce d'incompétents
      Bande d'escrocs, rendez-moi mon argent
      Mais vous êtes débiles ma parole
      Dégage, sale menteur
      Allez au diable avec votre service
      T'es qu'une grosse merde
      Je sais où tu habites, fais attention à toi
      Vous n'êtes que des bons à rien
      Vous êtes complètement cons
      Va crever
    `,
    no: `
      Je me suis senti comme un idiot devant le magasin
      C'est bête, j'ai oublié mon code
      La notice est débile
      Mon patron va me tuer si ça n'arrive pas
      Vous n'êtes pas stupides, c'est le site qui bugue
      Des voleurs ont pris le colis devant ma porte
      Suis-je bête, la facture était dans les spams
      C'est une question idiote mais où est le bouton ?
      Avez-vous le costume de guignol en taille 8 ans ?
      Je ne suis pas un escroc, vérifiez ma commande
      Mon frère dit que vous êtes des voleurs mais moi je suis content
      Vous me prenez pour un imbécile ?
      Incapable de trouver le lien, pouvez-vous m'aider ?
      Le chien est mort, je voudrais annuler les croquettes
      Cette application est stupide
    `,
  },
  {
    language: 'es',
    yes: `
      Son todos unos inútiles idiotas.
      Ustedes son unos incompetentes
      Qué panda de inútiles
      ¿Eres tonto o qué?
      Sois unos sinvergüenzas
      Eres una basura de persona
      Malditos estafadores, devuélvanme el dinero
      Ustedes no sirven para nada, bola de ineptos
      Eres un mentiroso asqueroso
      Váyanse al diablo
      Sé dónde vives, ten cuidado
      Cállate estúpida
      Son unos rateros
      Qué imbéciles son
      Hatajo de payasos
    `,
    no: `
      Me sentí como un idiota esperando
      Qué tonto soy, ya encontré el correo
      Es una pregunta tonta pero ¿dónde pago?
      Las instrucciones son inútiles
      Mi jefe me va a matar si no llega
      Ustedes no son tontos, ya sé que es la app
      Unos estafadores usaron mi tarjeta
      ¿Tienen disfraces de payasos?
      El mando es inútil sin pilas
      Mi hermano el idiota perdió la factura
      ¿Venden bolsas de basura?
      No soy un mentiroso, miren las fotos
      Los rateros se llevaron el paquete de la puerta
      Esta página es una basura
      Fui tonta y pedí dos
    `,
  },
  {
    language: 'zh',
    yes: `
      你们这些人都是没用的白痴。
      你们全都是骗子
      你是不是傻
      你有病吧
      一群饭桶
      你们公司都是些什么垃圾人
      脑子有病的客服
      你们这帮骗子还我钱
      你個白癡
      給我滾
      你们真不要脸
      信不信我找人弄你
      你眼睛瞎了吗
      神经病
      你們都是無能的廢物
    `,
    no: `
      我觉得自己像个白痴
      我是不是很傻，点错了
      这个说明书没用
      老板会杀了我的，快点发货
      你们不是骗子吧
      骗子用了我的卡，请冻结
      我儿子这个笨蛋把它弄坏了
      我有病历可以上传吗
      垃圾袋有货吗
      眼睛有点花，看不清图片
      这个按钮太傻了，找不到
      你们有饭桶卖吗
      神经科的挂号怎么取消
      我眼瞎，没看到优惠码
      快递员把包裹弄坏了
    `,
  },
]
