import { labelled } from './labelled.ts'

const en = labelled('en', {
  negative: `
      The room smelled of cigarettes and the window wouldn't close
      my internet has dropped out six times since this morning
      I've had enough of being passed from one department to the next
      You guys cancelled my appointment without even telling me
      so the technician just didn't bother turning up. brilliant 👏
      The hairdresser burned my scalp and laughed about it
      I really like the gym, which makes it all the more annoying that the showers have been cold since May
      Are you kidding me? Another price increase??
      Why was money taken out of my account when I closed it in June?
      Honestly I don't think anyone there reads these messages
      hola, my suitcase was left in Madrid and nadie me ayuda
      We waited at the table for an hour and then they gave it to someone else 😤
      Not what I'd call a luxury hotel
      My daughter cried because the clown never came
      Kind reminder that I've written four emails without hearing a word back
    `,
  neutral: `
      Could I bring my dog?
      I need to move my appointment from Tuesday to Friday if possible
      Hey it's Priya from unit 9, I'll drop the keys off tonight
      Does the hotel have parking
      What documents do I need for a car loan?
      ok see you at 3 then
      Please cancel my subscription at the end of the month
      Do the tyres come with a guarantee if they get a puncture?
      My account ends in 4471
      Just landed, heading to the pick up point now 😊
      is the pain normal after the filling?
      Good evening, is there a vegetarian menu? Thank you!
      We'll be five instead of four
      Which plan would be best for a family of four?
      never mind, found it
    `,
  positive: `
      The physio fixed my back in two sessions, what a difference
      Honestly can't fault the place, we'll be back next summer
      Dr Patel put my nervous son completely at ease 🙏
      First time in years the internet just works
      The band was on fire last night, everyone danced
      ahh you're a lifesaver
      I came in grumpy and left smiling
      Not a single thing went wrong, hats off to the team
      Love how simple you make this
      Best haircut in ages 💇‍♀️❤️
      I was dreading the visit but the dentist was so gentle
      Bought two more for my sisters, they're obsessed
      Your new app is so much nicer than the old one
      Breakfast alone is worth the trip!
      cheers mate, top job
    `,
})

const zh = labelled('zh', {
  negative: `
      房间有烟味，窗户也关不上
      網路從早上斷線到現在六次了
      每个部门都叫我找别人，真的累了
      你們沒有通知就取消我的預約
      教练今天又没来，白跑一趟
      說好有停車位，結果根本沒有
      淋浴从五月份到现在都是冷水，健身房挺好的就是这点让人崩溃
      又涨价？？你们认真的吗
      帳號六月就關了為什麼還扣錢
      感觉你们根本没看我的消息
      排了一個小時，位子給了別人😤
      這也叫五星級飯店
      孩子哭了，因为小丑根本没出现
      我寄了四封信，一封都沒有回
      打電話打到手軟都冇人聽
    `,
  neutral: `
      可以帶狗嗎？
      我想把周二的预约改到周五
      我是九樓的小陳，晚上把鑰匙拿過去
      酒店有停车场吗
      申請車貸需要哪些文件？
      好，那三点见
      請在月底幫我取消訂閱
      轮胎扎了能保修吗？
      我的卡号后四位是4471
      剛下飛機，現在過去😊
      补完牙会疼正常吗？
      晚安，請問有素食嗎？謝謝
      我们改成五个人
      四口之家適合哪個方案？
      没事了，我找到了
    `,
  positive: `
      做了两次理疗腰就不痛了，神奇
      完全挑不出毛病，明年夏天還要來
      陳醫師讓我緊張的兒子很安心🙏
      這麼多年第一次網路這麼順
      昨晚的乐队太燃了，全场都在跳
      你救了我一命哈哈
      來的時候心情不好，走的時候笑著走
      全程顺利，给团队鼓掌
      操作好簡單，愛了
      剪得超滿意❤️
      本來很怕看牙，醫生很溫柔
      又买了两个送给姐姐，她们爱不释手
      新版App比旧的顺手多了
      光是早餐就值回票價！
      師傅手藝一流，多謝
    `,
})

const de = labelled('de', {
  negative: `
      Das Zimmer roch nach Rauch und das Fenster ging nicht zu
      Seit heute früh ist das Internet sechsmal ausgefallen
      Ich werde nur von einer Abteilung zur nächsten geschoben
      Sie haben meinen Termin abgesagt, ohne Bescheid zu geben
      Der Techniker kam einfach nicht. Bravo 👏
      Die Friseurin hat mir die Haare ruiniert
      Das Studio ist wirklich schön, umso mehr nervt es, dass die Duschen seit Mai kalt sind
      Ist das euer Ernst? Schon wieder teurer??
      Wieso wird noch Geld abgebucht, obwohl ich im Juni gekündigt habe?
      Ich glaube, bei Ihnen liest keiner diese Nachrichten
      sorry aber your hotline is ein Witz
      Wir standen eine Stunde an und dann war der Tisch weg 😤
      Unter einem Vier-Sterne-Hotel stelle ich mir was anderes vor
      Meine Tochter hat geweint, weil der Clown nicht kam
      Freundliche Erinnerung: vier Mails, null Reaktion
    `,
  neutral: `
      Darf ich meinen Hund mitbringen?
      Ich müsste meinen Termin von Dienstag auf Freitag verschieben
      Hier ist Jana aus Wohnung 9, ich bringe den Schlüssel heute Abend vorbei
      Hat das Hotel einen Parkplatz
      Welche Unterlagen brauche ich für den Autokredit?
      ok dann bis 15 Uhr
      Bitte kündigen Sie mein Abo zum Monatsende
      Gibt es auf die Reifen Garantie, wenn sie einen Platten haben?
      Mein Konto endet auf 4471
      Bin gelandet und gehe jetzt zum Treffpunkt 😊
      Ist es normal, dass es nach der Füllung noch weh tut?
      Guten Abend, haben Sie vegetarische Gerichte? Danke!
      Wir sind fünf statt vier Personen
      Welcher Tarif passt am besten für eine vierköpfige Familie?
      hat sich erledigt, hab's gefunden
    `,
  positive: `
      Nach zwei Sitzungen ist mein Rücken wie neu
      Da gibt's nichts dran auszusetzen, nächsten Sommer sind wir wieder da
      Dr. Keller hat meinem Sohn total die Angst genommen 🙏
      Zum ersten Mal seit Jahren läuft das Internet einfach
      Die Band gestern war der Wahnsinn, alle haben getanzt
      ihr seid meine Rettung
      Mit schlechter Laune gekommen, mit einem Lächeln gegangen
      Alles hat geklappt wie am Schnürchen, Kompliment ans Team
      Ich mag, wie einfach ihr das macht
      Schönster Haarschnitt seit Langem ❤️
      Ich hatte richtig Bammel, aber der Zahnarzt war so sanft
      Hab gleich noch zwei für meine Schwestern gekauft
      Die neue App ist viel angenehmer als die alte
      Allein das Frühstück ist die Reise wert!
      danke dir, 1a Arbeit
    `,
})

const fr = labelled('fr', {
  negative: `
      La chambre sentait le tabac et la fenêtre ne fermait pas
      Internet a coupé six fois depuis ce matin
      On me renvoie d'un service à l'autre depuis lundi
      Vous avez annulé mon rendez-vous sans même me prévenir
      Le technicien n'est pas venu, bravo 👏
      La coiffeuse m'a massacré les cheveux
      La salle est très sympa, raison de plus pour s'agacer des douches froides depuis mai
      Vous plaisantez ? Encore une augmentation ??
      Pourquoi suis-je prélevée alors que j'ai résilié en juin ?
      J'ai l'impression que vous ne lisez pas mes messages
      sorry mais votre hotline c'est une blague
      Une heure debout et la table a été donnée à d'autres 😤
      Ce n'est pas ce que j'appelle un quatre étoiles
      Ma fille a pleuré parce que le clown n'est pas venu
      Petit rappel aimable : quatre mails, zéro retour
    `,
  neutral: `
      Je peux venir avec mon chien ?
      Il faudrait décaler mon rendez-vous de mardi à vendredi
      C'est Inès du 9, je passe déposer les clés ce soir
      Il y a un parking à l'hôtel
      Quels papiers faut-il pour un crédit auto ?
      ok à 15 h alors
      Merci de résilier mon abonnement à la fin du mois
      Les pneus sont garantis en cas de crevaison ?
      Mon compte se termine par 4471
      Je viens d'atterrir, je vais au point de rendez-vous 😊
      C'est normal d'avoir mal après un plombage ?
      Bonsoir, avez-vous un menu végétarien ? Merci !
      On sera cinq au lieu de quatre
      Quel forfait convient le mieux à une famille de quatre ?
      c'est bon j'ai trouvé
    `,
  positive: `
      Deux séances et mon dos est comme neuf
      Franchement rien à dire, on revient l'été prochain
      Le docteur Morel a su rassurer mon fils 🙏
      Pour la première fois depuis des années, internet fonctionne sans coupure
      Le groupe a mis le feu hier soir, tout le monde dansait
      vous me sauvez la vie
      Arrivée de mauvaise humeur, repartie avec le sourire
      Tout s'est déroulé à merveille, chapeau à l'équipe
      J'aime la simplicité de votre appli
      La plus belle coupe depuis longtemps ❤️
      J'appréhendais mais le dentiste a été d'une grande douceur
      J'en ai repris deux pour mes sœurs, elles en sont folles
      La nouvelle appli est bien plus agréable que l'ancienne
      Rien que le petit déjeuner vaut le voyage !
      merci chef, du beau boulot
    `,
})

const es = labelled('es', {
  negative: `
      La habitación olía a tabaco y la ventana no cerraba
      Se cortó el internet seis veces desde la mañana
      Me pasan de un departamento a otro y no resuelven
      Cancelaron mi cita sin avisarme
      El técnico no apareció. Bravo 👏
      La peluquera me dejó el pelo hecho un desastre
      El gimnasio está muy bien, por eso da más coraje que las duchas estén frías desde mayo
      ¿Es broma? ¿¿Otra subida de precio??
      ¿Por qué me siguen cobrando si cancelé en junio?
      Siento que ni leen los mensajes
      sorry pero su hotline es un chiste
      Una hora de pie y le dieron la mesa a otros 😤
      Esto no es lo que yo llamo un cuatro estrellas
      Mi hija lloró porque el payaso no vino
      Recordatorio amable: cuatro correos y cero respuestas
    `,
  neutral: `
      ¿Puedo llevar a mi perro?
      Necesito mover mi cita del martes al viernes
      Soy Inés del 9, paso a dejar las llaves en la noche
      Tiene estacionamiento el hotel
      ¿Qué papeles piden para un crédito de auto?
      ok nos vemos a las 3
      Por favor cancelen mi suscripción a fin de mes
      ¿Las llantas tienen garantía si se ponchan?
      Mi cuenta termina en 4471
      Acabo de aterrizar, voy al punto de encuentro 😊
      ¿Es normal que duela después del empaste?
      Buenas noches, ¿tienen menú vegetariano? ¡Gracias!
      Vamos a ser cinco en vez de cuatro
      ¿Cuál plan conviene más para una familia de cuatro?
      olvídelo, ya lo encontré
    `,
  positive: `
      Dos sesiones y mi espalda quedó como nueva
      La verdad no hay nada que criticar, el próximo verano volvemos
      El doctor Rojas tranquilizó mucho a mi hijo 🙏
      Por primera vez en años el internet no se cae
      La banda estuvo de locos anoche, todos bailamos
      me salvas la vida
      Llegué de malas y salí con una sonrisa
      Todo salió a pedir de boca, un aplauso al equipo
      Me gusta lo sencillo que lo hacen
      El corte más bonito en mucho tiempo ❤️
      Iba con pánico y el dentista fue un amor
      Compré otras dos para mis hermanas, están fascinadas
      La nueva app es mucho más cómoda que la anterior
      ¡Solo el desayuno ya vale el viaje!
      gracias jefe, trabajo de primera
    `,
})

const pt = labelled('pt', {
  negative: `
      O quarto fedia a cigarro e a janela não fechava
      Cancelaram minha consulta sem avisar
      Quatro e-mails e nenhum retorno 😤
      Sério que aumentou de novo??
    `,
  neutral: `
      Posso levar meu cachorro?
      Minha conta termina em 4471
      Preciso mudar o horário de terça para sexta
      ok até as 3
    `,
  positive: `
      Minhas costas ficaram novas, gratidão
      Só o café da manhã já vale a viagem!
      Corte mais bonito em anos ❤️
      A dentista foi um amor com meu filho
    `,
})

const it = labelled('it', {
  negative: `
      La camera puzzava di fumo e la finestra non si chiudeva
      Avete annullato il mio appuntamento senza avvisarmi
      Quattro mail e zero risposte 😤
      State scherzando? Un altro aumento??
    `,
  neutral: `
      Posso portare il cane?
      Il mio conto finisce con 4471
      Dovrei spostare l'appuntamento da martedì a venerdì
      ok ci vediamo alle 3
    `,
  positive: `
      La mia schiena è come nuova, che sollievo
      Solo la colazione vale il viaggio!
      Il taglio più bello da anni ❤️
      La dentista è stata dolcissima con mio figlio
    `,
})

const nl = labelled('nl', {
  negative: `
      De kamer stonk naar rook en het raam ging niet dicht
      Jullie hebben mijn afspraak afgezegd zonder iets te laten weten
      Vier mails en nul reactie 😤
      Menen jullie dit? Alweer duurder??
    `,
  neutral: `
      Mag ik mijn hond meenemen?
      Mijn rekening eindigt op 4471
      Ik wil mijn afspraak van dinsdag naar vrijdag verplaatsen
      ok tot 3 uur
    `,
  positive: `
      Mijn rug is als nieuw, wat een verschil
      Alleen het ontbijt is de reis al waard!
      Mooiste kapsel in jaren ❤️
      De tandarts was zo lief voor mijn zoon
    `,
})

const ar = labelled('ar', {
  negative: `
      الغرفة ريحتها دخان والشباك ما يتسكر
      ألغيتم موعدي بدون إشعار
      أربع رسائل ولا رد واحد 😤
      معقولة زيادة ثانية في السعر؟؟
    `,
  neutral: `
      ممكن أجيب كلبي معي؟
      رقم الحساب ينتهي بـ 4471
      أريد نقل موعدي من الثلاثاء إلى الجمعة
      تمام نلتقي الساعة 3
    `,
  positive: `
      ظهري صار مثل الجديد، الله يبارك فيكم
      الفطور لوحده يستاهل الرحلة!
      أحلى قصة شعر من سنين ❤️
      الدكتورة كانت لطيفة جدا مع ابني
    `,
})

const hi = labelled('hi', {
  negative: `
      कमरे में सिगरेट की बदबू थी और खिड़की बंद नहीं होती
      बिना बताए मेरा अपॉइंटमेंट रद्द कर दिया
      चार ईमेल भेजे, एक का भी जवाब नहीं 😤
      kitni baar call kiya koi uthata hi nahi
    `,
  neutral: `
      क्या मैं अपना कुत्ता ला सकता हूँ?
      मेरे खाते के आखिरी अंक 4471 हैं
      मुझे मंगलवार की जगह शुक्रवार का समय चाहिए
      ok 3 baje milte hain
    `,
  positive: `
      दो बार में ही कमर का दर्द चला गया, चमत्कार है
      सिर्फ नाश्ता ही पैसे वसूल है!
      सालों में सबसे सुंदर हेयरकट ❤️
      doctor bahut acche the, beta bilkul nahi dara
    `,
})

/**
 * Other trades in other words. Held out from the first version of the lexicons, which called half of them right (see
 * docs/sentiment.md); tuned on since.
 */
export const otherTrades = [...en, ...zh, ...de, ...fr, ...es, ...pt, ...it, ...nl, ...ar, ...hi]
