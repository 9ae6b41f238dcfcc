import { cases } from './cases.ts'

/** The languages beside the product's five: few cases, to see that the lists work at all. */
export const others = [
  ...cases(
    'greeting',
    'pt',
    {
      yes: `
      C: oi | Olá Ana, como posso ajudar?
      C: ? | Bom dia, vou verificar.
      Boa tarde! Qual o pedido?
      Prezada senhora, recebemos os documentos.
    `,
      no: `
      C: olá | Qual o número do pedido?
      C: bom dia | O pacote saiu ontem.
      C: oi | Um bom dia para entrega seria segunda.
      B: Olá! | C: oi | Qual pedido?
    `,
    },
    {
      yes: `
      C: oi | Oi Rui, tudo certo por aqui.
      C: ajuda | Boa noite, em que posso ajudar?
      Seja bem-vindo à loja!
    `,
      no: `
      C: boa tarde | Amanhã chega.
      C: oi | Oito unidades restam.
      C: olá | Boa pergunta.
    `,
    },
  ),
  ...cases(
    'closing',
    'pt',
    {
      yes: `
      C: obrigado | De nada, tenha um ótimo dia!
      Posso ajudar em algo mais?
      C: ok | Qualquer dúvida, estamos à disposição.
      Até logo!
    `,
      no: `
      C: tchau | A etiqueta segue anexa.
      C: obrigada | Aguarde, por favor.
      C: até logo | Enviado.
      O dia da entrega é sexta.
    `,
    },
    {
      yes: `
      C: valeu | Imagina! Bom fim de semana.
      Atenciosamente, Rita
      C: certo | Obrigado pelo contato.
    `,
      no: `
      C: abraço | Qual a cor?
      C: bom dia | Ainda falta.
      C: ok | O cupom expirou.
    `,
    },
  ),
  ...cases(
    'greeting',
    'it',
    {
      yes: `
      C: ciao | Ciao Anna, dimmi pure.
      C: ? | Buongiorno, verifico subito.
      Gentile signora Rossi, abbiamo ricevuto i documenti.
      C: aiuto | Salve, qual è il numero d'ordine?
    `,
      no: `
      C: buongiorno | Qual è il numero d'ordine?
      C: ciao | Il pacco è partito ieri.
      B: Ciao! | C: salve | Quale ordine?
      C: salve | È gentile da parte sua.
    `,
    },
    {
      yes: `
      C: info | Buonasera, come posso aiutarla?
      C: ciao | Benvenuta da noi!
      Buon pomeriggio signor Bianchi
    `,
      no: `
      C: ciao | Domani arriva.
      C: buonasera | Buona domanda, controllo.
      C: salve | La sala è chiusa.
    `,
    },
  ),
  ...cases(
    'closing',
    'it',
    {
      yes: `
      C: grazie | Prego, buona giornata!
      Posso aiutarla in altro?
      C: ok | Resto a disposizione.
      Cordiali saluti, Marco
    `,
      no: `
      C: ciao | L'etichetta è allegata.
      C: grazie | Prego attenda.
      C: arrivederci | Inviato.
      Il giorno di consegna è venerdì.
    `,
    },
    {
      yes: `
      C: grazie mille | Si figuri, buon weekend.
      A presto!
      C: bene | È stato un piacere.
    `,
      no: `
      C: saluti | Di che colore?
      C: buona serata | Manca ancora.
      C: ok | Il buono è scaduto.
    `,
    },
  ),
  ...cases(
    'greeting',
    'nl',
    {
      yes: `
      C: hoi | Hoi Anna, waarmee kan ik helpen?
      C: ? | Goedemiddag, ik kijk even.
      Beste mevrouw De Vries, uw documenten zijn binnen.
      C: hulp | Hallo, wat is het ordernummer?
    `,
      no: `
      C: hallo | Wat is het ordernummer?
      C: hoi | Het pakket is gisteren verzonden.
      B: Hallo! | C: hoi | Welke bestelling?
      C: goedemorgen | De beste keuze is blauw.
    `,
    },
    {
      yes: `
      C: vraag | Goedenavond, u spreekt met Jan.
      Welkom bij ons!
      C: hoi | Hey Piet
    `,
      no: `
      C: hallo | Morgen wordt het geleverd.
      C: hoi | De hal is dicht.
      C: dag | Goede vraag.
    `,
    },
  ),
  ...cases(
    'closing',
    'nl',
    {
      yes: `
      C: bedankt | Graag gedaan, fijne dag!
      Kan ik je verder nog ergens mee helpen?
      Met vriendelijke groet, Jan
      C: ok | Tot ziens!
    `,
      no: `
      C: doei | Het label zit erbij.
      C: bedankt | Even wachten.
      C: fijne dag | Verzonden.
      De dag van levering is vrijdag.
    `,
    },
    {
      yes: `
      C: top | Geen dank, fijn weekend.
      Heb je nog vragen? Laat het gerust weten.
      Groetjes, Els
    `,
      no: `
      C: groetjes | Welke kleur?
      C: fijne avond | Het duurt nog.
      C: ok | De bon is verlopen.
    `,
    },
  ),
  ...cases(
    'greeting',
    'ar',
    {
      yes: `
      C: مرحبا | مرحبا أحمد، كيف يمكنني مساعدتك؟
      C: سؤال | السلام عليكم، تفضل
      صباح الخير، طلبك في الطريق
      C: ؟ | أهلا وسهلا بك
    `,
      no: `
      C: مرحبا | ما هو رقم الطلب؟
      C: السلام عليكم | تم شحن الطلب أمس
      B: مرحبا | C: أهلا | أي طلب؟
      C: صباح الخير | سيصل غدا في الصباح
    `,
    },
    {
      yes: `
      C: استفسار | مساء الخير، معك سارة
      C: ؟ | عزيزي العميل، تم استلام طلبك
      وعليكم السلام، تفضلي
    `,
      no: `
      C: مساء الخير | المتجر مغلق
      C: مرحبا | سؤال جيد
      C: هلا | انتظر قليلا
    `,
    },
  ),
  ...cases(
    'closing',
    'ar',
    {
      yes: `
      C: شكرا | عفوا، يومك سعيد
      هل هناك أي خدمة أخرى؟
      C: تمام | مع السلامة
      لا تتردد في التواصل معنا
    `,
      no: `
      C: مع السلامة | الملصق مرفق
      C: شكرا | انتظر من فضلك
      C: إلى اللقاء | تم الإرسال
      موعد التسليم يوم الجمعة
    `,
    },
    {
      yes: `
      C: شكرا جزيلا | على الرحب والسعة
      مع أطيب التحيات، سارة
      C: حسنا | سعدنا بخدمتك
    `,
      no: `
      C: تحياتي | ما اللون؟
      C: تصبح على خير | ليس بعد
      C: حسنا | انتهت صلاحية القسيمة
    `,
    },
  ),
  ...cases(
    'greeting',
    'hi',
    {
      yes: `
      C: नमस्ते | नमस्ते अमित, मैं कैसे मदद कर सकता हूँ?
      C: ? | नमस्कार, अभी देखता हूँ
      C: hi | Namaste ji, order number bataiye
      प्रिय ग्राहक, आपका ऑर्डर मिल गया
    `,
      no: `
      C: नमस्ते | ऑर्डर नंबर क्या है?
      C: namaste | Aapka order kal nikla
      B: नमस्ते | C: हाँ | कौन सा ऑर्डर?
      C: hello | कल सुबह मिलेगा
    `,
    },
    {
      yes: `
      C: मदद | सुप्रभात, बताइए
      आपका स्वागत है, मैं रिया हूँ
      C: hi | Hello ji, boliye
    `,
      no: `
      C: नमस्कार | दुकान बंद है
      C: namaste | Accha sawal hai
      C: hi | थोड़ा रुकिए
    `,
    },
  ),
  ...cases(
    'closing',
    'hi',
    {
      yes: `
      C: धन्यवाद | आपका दिन शुभ हो
      क्या और कोई मदद चाहिए?
      C: ok | Aur koi sawal ho to bataiye
      संपर्क करने के लिए धन्यवाद
    `,
      no: `
      C: अलविदा | लेबल संलग्न है
      C: धन्यवाद | कृपया रुकिए
      C: bye | Bhej diya
      डिलीवरी का दिन शुक्रवार है
    `,
    },
    {
      yes: `
      C: शुक्रिया | फिर मिलेंगे
      सादर, रिया
      C: ठीक | आपकी मदद करके खुशी हुई
    `,
      no: `
      C: शुभ रात्रि | कौन सा रंग?
      C: ठीक है | अभी नहीं
      C: ok | कूपन खत्म हो गया
    `,
    },
  ),
]
