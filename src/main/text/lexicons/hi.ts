import type { LexiconSource } from '../lexicon.ts'

/** Hindi in Devanagari and as many type it in Latin letters. */
export const hi: LexiconSource = {
  language: 'hi',
  negationReach: { right: 3, left: 2 },
  awful: `घटिया, बकवास, बेकार, धोखा, धोखेबाज, धोखाधड़ी, ठगी, ठग, चोर, लूट, झूठ, झूठे, शर्म, शर्मनाक, बदतमीज, बदतमीजी, सबसे खराब, बहुत खराब, पुलिस, वकील, उपभोक्ता फोरम, पैसे वापस, मेरे पैसे वापस, कभी नहीं, नफरत, गुस्सा, बर्दाश्त, ghatiya, bakwas, bakwaas, bekar, bekaar, dhokha, fraud, chor, jhooth, jhoot, sharam, badtameez, bahut kharab, paise wapas, paisa wapas, gussa, worst, pathetic, useless`,
  bad: `बदबू, रद्द, बिना बताए, बंद नहीं होती, उठाता नहीं, गंध, कोई उठाता, uthata, खराब, ख़राब, बुरा, बुरी, टूटा, टूटी, टूटे, टूट, फटा, फटी, गंदा, गंदी, दिक्कत, परेशान, परेशानी, समस्या, शिकायत, गलत, ग़लत, गलती, कमी, गायब, खो, देरी, देर, लेट, इंतजार, इंतज़ार, निराश, निराशा, नाराज, दुखी, दुख, महंगा, दो बार, तीसरी बार, कितनी बार, कब तक, धीमा, ठंडा, कोई जवाब, बंद हो, kharab, bura, tuta, toota, ganda, dikkat, pareshan, pareshani, shikayat, galat, galti, der, late, intezar, intzaar, wait kar, nirash, naraz, mehnga, kab tak, kitni baar, bad, broken, damaged, problem, delay, slow, issue, complaint`,
  poor: `मुश्किल, अजीब, दुर्भाग्य, जल्दी करो, mushkil, ajeeb`,
  fair: `अच्छा, अच्छी, अच्छे, ठीक ठाक, सही, साफ, आसान, जल्दी, समय पर, सस्ता, बेहतर, accha, acha, achha, acchi, achi, sahi, jaldi, time pe, good, nice, fast`,
  good: `चमत्कार, पैसे वसूल, वसूल, मज़ा, मजा, आराम, acche, acche the, बहुत अच्छा, बहुत अच्छी, बहुत बढ़िया, बढ़िया, खुश, संतुष्ट, पसंद, सुंदर, स्वादिष्ट, मददगार, विनम्र, सुझाव दूँगा, शाबाश, वाह, मजा आ गया, बुरा नहीं, bahut accha, bahut acha, badhiya, badiya, khush, pasand, sundar, mast, wah, happy, great, satisfied, helpful`,
  splendid: `बेहतरीन, शानदार, कमाल, ज़बरदस्त, जबरदस्त, लाजवाब, उत्तम, उत्कृष्ट, सबसे अच्छा, सबसे अच्छी, परफेक्ट, प्यार, पाँच स्टार, behtareen, shandaar, shandar, kamaal, kamal ka, zabardast, jabardast, lajawab, sabse accha, perfect, excellent, amazing, awesome, best, love`,
  expected: `आया, आई, आए, मिला, मिली, मिले, पहुंचा, पहुँचा, जवाब, उत्तर, मदद, काम, चल, खुल, समाधान, रिफंड, वापस, संपर्क, डिलीवर, aaya, aya, aayi, mila, mili, mile, pahucha, jawab, reply, madad, kaam, chal, chalta, khul, refund, deliver`,
  thanks: `धन्यवाद, शुक्रिया, आभार, थैंक्यू, dhanyavad, dhanyawad, shukriya, thanks, thank you, thanku`,
  warmThanks: `बहुत बहुत धन्यवाद, बहुत धन्यवाद, बहुत बहुत शुक्रिया, बहुत शुक्रिया, दिल से धन्यवाद, बहुत आभारी, आभारी, bahut bahut dhanyavad, bahut shukriya, thank you so much`,
  plain: `चाहिए, बताइए, chahiye, bata do, नमस्ते, नमस्कार, ठीक है, ठीक, सुप्रभात, शुभ रात्रि, कोई बात नहीं, कोई समस्या नहीं, ओके, कृपया, माफ, theek hai, thik hai, ok, namaste, koi baat nahi, koi problem nahi, please, good morning, good night, पैसे, कितने, अच्छा रहेगा`,
  loaded: `अभी तक, अब तक, फिर से, फिर, दोबारा, हमेशा, हर बार, हफ्ते, महीने, घंटे, abhi tak, ab tak, phir se, fir se, dobara, hamesha, har baar, hafte, mahine, ghante`,
  notYet: `अभी तक नहीं, अब तक नहीं, abhi tak nahi, ab tak nahi, abhi tak nahin`,
  negations: `नहीं, नही, ना, मत, बिना, न, कोई नहीं, nahi, nahin, nhi, nai, mat, bina, na, not, no`,
  intensifiers: `बहुत, काफी, बेहद, अत्यंत, इतना, इतनी, एकदम, पूरी तरह, सच में, bahut, bohot, bhot, itna, itni, ekdum, very, so, sach me`,
  diminishers: `थोड़ा, थोड़ी, कुछ, थोड़ा सा, thoda, thodi, kuch`,
  contrasts: `लेकिन, मगर, पर, किंतु, परंतु, lekin, magar, par, but`,
  questions: `क्या, कब, कहाँ, कहां, कैसे, कितने बजे, कितना, कौन, अगर, यदि, सकते हैं, kya, kab, kahan, kaise, kitna, kitne, agar, sakte`,
}
