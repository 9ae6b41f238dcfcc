import { labelled } from './labelled.ts'

const en = labelled(
  'en',
  {
    negative: `
      The plumber left water all over the kitchen floor
      I paid for express and it's been nine days
      Half the seeds never sprouted, not impressed
      You sent my medication to the wrong pharmacy and now I have none for the weekend
      The landlord portal logs me out every two minutes, it's driving me mad
      Sure, take another month, I've got all the time in the world 🙃
      The course looked promising, but the lessons are just someone reading slides aloud
      can a human please answer me for once
      My groceries came with the eggs smashed again
      I feel cheated, the car has the same noise as before the repair
    `,
    neutral: `
      Is the flat still available?
      Can I pick up my prescription after five?
      My plate is KLM 204, it's the white van
      I'd rather have the lesson on Zoom this week please
      how often should I water it
      Forgot to say, there are three of us
      What's the problem with the engine?
      Yes, Thursday works for me
      Could you send the contract again? I can't open the file
      ok, transferring the deposit now
    `,
    positive: `
      My roses have never looked this healthy
      The car runs like a dream since you fixed it
      Thanks to your tutor my daughter passed the exam!!
      It arrived a day early, what a nice surprise
      I didn't expect much and got so much more
      Really appreciate how patient your pharmacist was with my dad
      Great communication from start to finish
      No more leaks, finally peace and quiet 😊
      Everything was spotless when we moved in
      we laughed the whole evening, thank you ❤️
    `,
  },
  true,
)

const zh = labelled(
  'zh',
  {
    negative: `
      水電師傅修完廚房還是漏水
      付了加急费，九天了还没动静
      種子一半都沒發芽，有點失望
      药寄错药店了，周末没药吃怎么办
      系統每兩分鐘就把我登出，快瘋了
      没事，你们再拖一个月吧，我有的是时间🙃
      課程介紹很吸引人，但上課只是照著投影片念
      可以有真人回一下嗎，機器人講半天都沒用
      鸡蛋又碎了，每次都这样
      車修完聲音跟之前一樣，感覺被坑
    `,
    neutral: `
      房子還在嗎？
      五点以后可以去取药吗
      車牌是KLM204，白色那台
      这周的课想改成线上
      多久澆一次水
      忘了说，我们一共三个人
      引擎是什麼問題？
      週四可以
      合同能再发一次吗？文件打不开
      好，我現在轉訂金
    `,
    positive: `
      我的玫瑰從來沒長這麼好過
      车修完开起来跟新的一样
      多虧你們老師，女兒考上了！！
      提前一天到，真是惊喜
      本來沒抱期待，結果超出想像
      药师对我爸特别有耐心，谢谢
      從頭到尾溝通都很順暢
      终于不漏水了，可以安心睡觉😊
      搬進來的時候一塵不染
      整晚都在笑，謝謝你們❤️
    `,
  },
  true,
)

const de = labelled(
  'de',
  {
    negative: `
      Der Klempner hat die ganze Küche unter Wasser gesetzt
      Für Express bezahlt und nach neun Tagen ist nichts da
      Die Hälfte der Samen ist nie aufgegangen, bin nicht begeistert
      Sie haben mein Medikament an die falsche Apotheke geschickt, jetzt habe ich am Wochenende keins
      Das Portal wirft mich alle zwei Minuten raus, das macht mich wahnsinnig
      Klar, lasst euch ruhig noch einen Monat Zeit 🙃
      Der Kurs klang vielversprechend, aber da liest nur jemand Folien vor
      kann mir vielleicht mal ein Mensch antworten
      Die Eier waren schon wieder zerschlagen
      Ich fühle mich betrogen, das Auto klappert wie vor der Reparatur
    `,
    neutral: `
      Ist die Wohnung noch zu haben?
      Kann ich mein Rezept nach fünf abholen?
      Kennzeichen ist KLM 204, der weiße Transporter
      Ich hätte die Stunde diese Woche lieber über Zoom
      wie oft muss ich sie gießen
      Hab vergessen zu sagen, wir sind zu dritt
      Was ist das Problem mit dem Motor?
      Ja, Donnerstag passt
      Können Sie den Vertrag nochmal schicken? Die Datei lässt sich nicht öffnen
      ok, überweise jetzt die Anzahlung
    `,
    positive: `
      So gesund sahen meine Rosen noch nie aus
      Das Auto fährt seit der Reparatur wie am ersten Tag
      Dank eurer Lehrerin hat meine Tochter bestanden!!
      Kam einen Tag früher, tolle Überraschung
      Ich hatte wenig erwartet und viel mehr bekommen
      Lieb, wie geduldig Ihre Apothekerin mit meinem Vater war
      Super Kommunikation von Anfang bis Ende
      Endlich nichts mehr undicht, endlich Ruhe 😊
      Beim Einzug war alles blitzsauber
      wir haben den ganzen Abend gelacht, danke euch ❤️
    `,
  },
  true,
)

const fr = labelled(
  'fr',
  {
    negative: `
      Le plombier a laissé la cuisine inondée
      J'ai payé l'express et ça fait neuf jours
      La moitié des graines n'a jamais poussé, pas convaincue
      Vous avez envoyé mon médicament à la mauvaise pharmacie, je n'ai rien pour le week-end
      Le portail me déconnecte toutes les deux minutes, ça me rend folle
      Mais oui, prenez encore un mois, j'ai tout mon temps 🙃
      Le cours avait l'air prometteur, mais on nous lit juste des diapos
      est-ce qu'un humain peut me répondre pour une fois
      Les œufs sont encore arrivés en miettes
      Je me sens flouée, la voiture fait le même bruit qu'avant la réparation
    `,
    neutral: `
      L'appartement est toujours libre ?
      Je peux passer prendre mon ordonnance après 17 h ?
      La plaque est KLM 204, la camionnette blanche
      Je préférerais le cours en visio cette semaine
      il faut l'arroser tous les combien
      J'ai oublié de dire, on est trois
      C'est quoi le problème avec le moteur ?
      Oui, jeudi me convient
      Vous pouvez renvoyer le contrat ? Je n'arrive pas à ouvrir le fichier
      ok, je fais le virement de l'acompte
    `,
    positive: `
      Mes rosiers n'ont jamais été aussi beaux
      La voiture roule comme au premier jour
      Grâce à votre prof, ma fille a réussi son examen !!
      Reçu un jour plus tôt, quelle belle surprise
      Je n'attendais pas grand-chose et j'ai eu bien plus
      Votre pharmacienne a été d'une patience d'ange avec mon père
      Très bonne communication du début à la fin
      Plus de fuite, enfin la paix 😊
      Tout brillait quand on a emménagé
      on a ri toute la soirée, merci ❤️
    `,
  },
  true,
)

const es = labelled(
  'es',
  {
    negative: `
      El plomero dejó la cocina inundada
      Pagué envío express y van nueve días
      La mitad de las semillas nunca brotó, no me convenció
      Mandaron mi medicina a la farmacia equivocada y me quedé sin nada el fin de semana
      El portal me saca cada dos minutos, me vuelve loca
      Claro, tómense otro mes, tengo todo el tiempo del mundo 🙃
      El curso pintaba bien, pero solo leen las diapositivas
      me puede contestar un humano por una vez
      Los huevos llegaron rotos otra vez
      Me siento estafada, el coche hace el mismo ruido que antes
    `,
    neutral: `
      ¿El departamento sigue disponible?
      ¿Puedo recoger mi receta después de las cinco?
      La placa es KLM 204, es la camioneta blanca
      Prefiero la clase por Zoom esta semana
      cada cuánto se riega
      Se me olvidó decir que somos tres
      ¿Cuál es el problema del motor?
      Sí, el jueves me queda bien
      ¿Me manda otra vez el contrato? No puedo abrir el archivo
      ok, ya hago la transferencia del anticipo
    `,
    positive: `
      Mis rosas nunca se habían visto tan sanas
      El coche anda de lujo desde que lo arreglaron
      ¡¡Gracias a su profesora mi hija aprobó el examen!!
      Llegó un día antes, qué grata sorpresa
      No esperaba gran cosa y recibí mucho más
      Qué paciencia tuvo la farmacéutica con mi papá, se agradece de verdad
      Excelente comunicación de principio a fin
      Ya no hay fugas, por fin paz 😊
      Todo estaba reluciente cuando nos mudamos
      nos reímos toda la noche, gracias ❤️
    `,
  },
  true,
)

const others = [
  ...labelled(
    'pt',
    {
      negative: `
        O encanador deixou a cozinha alagada
        Paguei expresso e já faz nove dias
        Os ovos vieram quebrados de novo`,
      neutral: `
        O apartamento ainda está disponível?
        A placa é KLM 204, van branca
        Sim, quinta está bom para mim`,
      positive: `
        Chegou um dia antes, que surpresa boa
        Ótima comunicação do começo ao fim
        rimos a noite toda, obrigada ❤️`,
    },
    true,
  ),
  ...labelled(
    'it',
    {
      negative: `
        L'idraulico ha lasciato la cucina allagata
        Ho pagato la consegna espressa e sono passati nove giorni
        Le uova sono arrivate di nuovo rotte`,
      neutral: `
        L'appartamento è ancora libero?
        La targa è KLM 204, furgone bianco
        Sì, giovedì va bene`,
      positive: `
        Arrivato un giorno prima, che bella sorpresa
        Ottima comunicazione dall'inizio alla fine
        abbiamo riso tutta la sera, grazie ❤️`,
    },
    true,
  ),
  ...labelled(
    'nl',
    {
      negative: `
        De loodgieter heeft de keuken onder water gezet
        Betaald voor spoed en het duurt al negen dagen
        De eieren waren alweer kapot`,
      neutral: `
        Is het appartement nog vrij?
        Kenteken is KLM 204, de witte bus
        Ja, donderdag kan`,
      positive: `
        Een dag eerder binnen, wat een leuke verrassing
        Prima contact van begin tot eind
        we hebben de hele avond gelachen, dank jullie ❤️`,
    },
    true,
  ),
  ...labelled(
    'ar',
    {
      negative: `
        السباك ترك المطبخ غرقان
        دفعت توصيل سريع وصار لي تسعة أيام
        البيض وصل مكسور مرة ثانية`,
      neutral: `
        هل الشقة لا زالت متوفرة؟
        رقم اللوحة 2204 السيارة البيضاء
        نعم الخميس يناسبني`,
      positive: `
        وصل قبل الموعد بيوم، مفاجأة حلوة
        تواصل ممتاز من البداية للنهاية
        ضحكنا طول السهرة، شكرا لكم ❤️`,
    },
    true,
  ),
  ...labelled(
    'hi',
    {
      negative: `
        प्लंबर ने पूरी रसोई में पानी भर दिया
        एक्सप्रेस के पैसे दिए और नौ दिन हो गए
        अंडे फिर से टूटे हुए आए`,
      neutral: `
        क्या फ्लैट अभी भी उपलब्ध है?
        गाड़ी का नंबर 2204 है, सफेद वैन
        हाँ, गुरुवार ठीक है`,
      positive: `
        एक दिन पहले आ गया, अच्छा सरप्राइज था
        शुरू से अंत तक बढ़िया बातचीत
        पूरी शाम हँसते रहे, शुक्रिया ❤️`,
    },
    true,
  ),
]

/** Written once the lexicons stood. Do not tune on these: replace them when they have been looked at. */
export const heldOut = [...en, ...zh, ...de, ...fr, ...es, ...others]
