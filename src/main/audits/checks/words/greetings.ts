import { wording } from '../wording.ts'

/** What begins a chat politely. Most of it must begin a clause: "say hello to your wife" greets nobody here. */
export const greetings = wording({
  en: `^hi, ^hi there, ^hiya, ^hello, ^hello there, ^hey, ^hey there, ^good morning, ^good afternoon, ^good evening, ^good day,
    ~morning, ~afternoon, ~evening, ^greetings, ^dear, -dear me, -oh dear, ^welcome, -you are welcome, -youre welcome, ^a warm welcome, ^a very good morning,
    ^very good morning, ^nice to meet you, ^pleased to meet you, ^howdy, ~gm, ^thank you for contacting, ^thanks for contacting, ^thank you for reaching out,
    ^thanks for reaching out, ^thank you for getting in touch, ^thanks for getting in touch, ^thank you for your message, ^thanks for your message,
    ^thank you for writing, ^thanks for writing, -hey presto, -hi res, -hi fi, -have a good evening, -welcome bonus, -welcome pack, -welcome package, -welcome voucher, -welcome gift, -welcome email`,
  de: `^hallo, ^hallöchen, ^hi, ^hey, ^guten tag, ^guten morgen, ^guten abend, ^schönen guten tag, ^schönen guten morgen, ^schönen guten abend,
    ^einen schönen guten tag, ^einen schönen guten morgen, ^einen guten tag, ^guten nachmittag, ~tag, ~morgen, ~abend, ^moin, ^moin moin, ^servus, ^grüß gott, ^grüß dich, ^grüße sie, ^grüezi, ^grüß euch, ^mahlzeit,
    ^sehr geehrte*, ^liebe frau, ^lieber herr, ^liebe kundin, ^lieber kunde, ~lieber, ~liebe, ^herzlich willkommen, ^willkommen, ^guten tach, ~tach,
    ^vielen dank für ihre nachricht, ^vielen dank für ihre anfrage, ^danke für ihre nachricht, ^danke für deine nachricht, ^danke für ihre anfrage, ^danke für deine anfrage, ^vielen dank für deine nachricht, ^schön dass sie, ^schön dass du,
    -guten abend noch, -schönen guten abend noch, -willkommensgeschenk, -willkommens bonus`,
  fr: `^bonjour, ^bonsoir, ^salut, ^coucou, ^bien le bonjour, ^re bonjour, ^rebonjour, ^hello, ^bienvenue, ^cher monsieur, ^chère madame, ^chers clients, ^cher client,
    ^chère cliente, ^bonne journée à vous et bienvenue, ^merci de nous avoir contactés, ^merci de nous avoir contacté, ^merci pour votre message, ^merci de votre message, ^merci de nous contacter, ~cher, ~chère,
    -salutations, -offre de bienvenue, -cadeau de bienvenue, -bienvenue chez vous, -dire bonjour`,
  es: `^hola, ^holaa, ^muy buenas, ~buenas, ^buenas buenas, ^buenos días, ^buen día, ^buenas tardes, ^buenas noches, ^muy buenos días, ^muy buenas tardes, ^qué tal, ^saludos cordiales y bienvenid*, ^bienvenid*,
    ^estimad*, ^querid*, ^apreciad*, ^un placer saludarle, ^un placer saludarte, ^encantad* de saludarle, ^encantad* de saludarte, ^gracias por contactar*, ^gracias por escribir*, ^gracias por comunicarse, ^gracias por su mensaje, ^gracias por tu mensaje, ^le saluda, ^te saluda, ^les saluda,
    -que tenga buenas noches, -hola a tu madre, -regalo de bienvenida, -bono de bienvenida`,
  zh: `你好, 您好, 妳好, 嗨, 哈囉, 哈喽, 哈啰, 早安, 午安, 早上好, 下午好, 晚上好, ~晚安, 大家好, 各位好, 親愛的, 尊敬的, 敬愛的, 歡迎光臨, 歡迎來到, 歡迎您, 歡迎聯繫, 歡迎聯絡, 歡迎諮詢, ^歡迎,
    感謝您的來訊, 謝謝您的來訊, 感謝您的訊息, 謝謝您的訊息, 感謝您的聯繫, 感謝您聯繫, 感謝來訊, 安安, 哈咯, 您早, 你早, ~早, 先生好, 小姐好, 女士好, 太太好,
    -你好像, -您好像, -你好了, -您好了, -對你好, -對您好, -為您好, -為你好, -你好多, -您好多, -你好幾, -您好幾, -你好久, -您好久, -祝您早日, -祝你早日, -您早日, -你早日, -您早上, -您早就, -你早就, -歡迎再, -歡迎下次, -歡迎隨時, -您早點, -你早點`,
  pt: `^olá, ^oi, ^bom dia, ^boa tarde, ^boa noite, ^prezad*, ^car* cliente, ^caro, ^cara, ^bem vind*, ^seja bem vind*, ^tudo bem, ^tudo bom, ^agradecemos o seu contato, ^obrigad* pelo contato, ^obrigad* pela mensagem, ^estimad*, -uma boa noite`,
  it: `^ciao, ^buongiorno, ^buon giorno, ^buonasera, ^buona sera, ^buon pomeriggio, ^salve, ^gentile, ^gentilissim*, ^egregio, ^benvenut*, ^car* cliente, ^grazie per averci contattat*, ^grazie per il messaggio, ^grazie del messaggio, -gentile da parte`,
  nl: `^hallo, ^hoi, ^hi, ^hey, ^goedemorgen, ^goedemiddag, ^goedenavond, ^goede morgen, ^goede middag, ^goeden avond, ^goedendag, ~dag, ^beste, ^geachte, ^welkom, ^bedankt voor je bericht, ^bedankt voor uw bericht, ^dank voor uw bericht, -welkomstcadeau, ^fijn dat je, ^fijn dat u, -beste prijs, -beste keuze, -beste optie`,
  ar: `مرحبا, مرحبًا, أهلا, أهلاً, اهلا وسهلا, أهلا وسهلا, السلام عليكم, وعليكم السلام, صباح الخير, مساء الخير, صباح النور, مساء النور, يا هلا, ^هلا, تحية طيبة, حياك الله, حياكم الله, عزيزي, عزيزتي, نرحب بك, نرحب بكم, شكرا لتواصلك, شكرا لتواصلكم`,
  hi: `^नमस्ते, ^नमस्कार, ^प्रणाम, ^हैलो, ^हेलो, ^हाय, ^सुप्रभात, ^शुभ प्रभात, ^शुभ संध्या, ^प्रिय, ^स्वागत है, आपका स्वागत है, ^namaste, ^namaskar, ^namaskaar, ^pranam, ^hello ji, ^hi ji, ^suprabhat, ^राम राम, ^जय हिंद, ^आदाब, ^सत श्री अकाल`,
})
