import { labelled } from './labelled.ts'

const pt = labelled('pt', {
  negative: `
    Meu pedido ainda não chegou e ninguém responde
    Produto veio quebrado, péssimo
    Não gostei do atendimento
    Ótimo, atrasou de novo 🙄
    Quero meu dinheiro de volta!!!
    Muito bonito, mas parou de funcionar em dois dias
  `,
  neutral: `
    Bom dia, que horas vocês abrem no sábado?
    Onde está o meu pedido?
    ok obrigado
    Vocês têm essa camisa no tamanho M?
    Pode me enviar a fatura de março, por favor?
  `,
  positive: `
    Muito obrigada, vocês são maravilhosos!
    Chegou tudo certinho, adorei
    Atendimento excelente, recomendo
    Nada mal, gostei bastante
    perfeito, era isso que eu precisava ❤️
  `,
})

const it = labelled('it', {
  negative: `
    Il mio pacco non è ancora arrivato e nessuno risponde
    Il prodotto è arrivato rotto, pessimo
    Non sono soddisfatto del servizio
    Ottimo, un altro ritardo 🙄
    Rivoglio i miei soldi!!!
    Molto bello ma dopo due giorni ha smesso di funzionare
  `,
  neutral: `
    Buongiorno, a che ora aprite sabato?
    Dov'è il mio ordine?
    ok grazie
    Avete questa giacca nella taglia M?
    Potete mandarmi la fattura di marzo per favore?
  `,
  positive: `
    Grazie mille, siete fantastici!
    È arrivato tutto in perfette condizioni, bellissimo
    Servizio eccellente, lo consiglio
    Niente male, sono molto contenta
    perfetto, proprio quello che mi serviva ❤️
  `,
})

const nl = labelled('nl', {
  negative: `
    Mijn pakket is nog steeds niet aangekomen en niemand antwoordt
    Het product kwam kapot aan, heel slecht
    Ik ben niet tevreden over de service
    Geweldig, alweer vertraging 🙄
    Ik wil mijn geld terug!!!
    Mooi ontwerp maar na twee dagen stuk
  `,
  neutral: `
    Goedemorgen, hoe laat gaan jullie zaterdag open?
    Waar is mijn bestelling?
    ok bedankt
    Hebben jullie deze jas in maat M?
    Kunt u mij de factuur van maart sturen alstublieft?
  `,
  positive: `
    Ontzettend bedankt, jullie zijn geweldig!
    Alles netjes op tijd binnen, heel blij mee
    Uitstekende service, een aanrader
    Helemaal niet slecht, ik ben onder de indruk
    perfect, precies wat ik zocht ❤️
  `,
})

const ar = labelled('ar', {
  negative: `
    طلبي لم يصل حتى الآن ولا أحد يرد
    المنتج وصل مكسور، سيء جدا
    أنا غير راضية عن الخدمة
    ممتاز، تأخير مرة أخرى 🙄
    أريد استرجاع فلوسي!!!
    شكله جميل لكن تعطل بعد يومين
  `,
  neutral: `
    السلام عليكم، متى تفتحون يوم السبت؟
    أين طلبي؟
    تمام شكرا
    هل عندكم هذا الجاكيت مقاس M؟
    ممكن ترسل لي فاتورة شهر مارس من فضلك؟
  `,
  positive: `
    شكرا جزيلا، أنتم رائعون!
    وصل كل شيء بحالة ممتازة، أحببته
    خدمة ممتازة وأنصح بها
    ليس سيئا أبدا، أنا سعيدة جدا
    رائع، هذا ما كنت أحتاجه ❤️
  `,
})

const hi = labelled('hi', {
  negative: `
    मेरा ऑर्डर अभी तक नहीं आया और कोई जवाब नहीं दे रहा
    सामान टूटा हुआ मिला, बहुत खराब
    मैं सेवा से खुश नहीं हूँ
    वाह, फिर से देरी 🙄
    मुझे मेरे पैसे वापस चाहिए!!!
    bahut kharab service, do hafte se wait kar raha hu
  `,
  neutral: `
    नमस्ते, शनिवार को दुकान कितने बजे खुलती है?
    मेरा ऑर्डर कहाँ है?
    ठीक है धन्यवाद
    क्या यह जैकेट M साइज़ में है?
    kya aap mujhe march ka bill bhej sakte hain?
  `,
  positive: `
    बहुत बहुत धन्यवाद, आप लोग कमाल के हैं!
    सब कुछ समय पर मिला, बहुत अच्छा लगा
    बेहतरीन सेवा, सबको सुझाव दूँगा
    बुरा नहीं है, मुझे पसंद आया
    bahut accha hai, mujhe pasand aaya ❤️
  `,
})

export const others = [...pt, ...it, ...nl, ...ar, ...hi]
