/**
 * The small words a sentence of each language can hardly do without, and its greetings: surer than letter statistics
 * where a message has three words. Folded spelling is made of them on loading.
 */
import { foldWord } from './fold.ts'

const lists: Readonly<Record<string, string>> = {
  en: `the of and to is it you that was for on are with as they this have from not but what all were your can there an if will how their which do would my when who where has been more her him his she just any our thank thanks hello hi please still them i'm it's don't didn't isn't wasn't won't can't haven't hasn't couldn't wouldn't we i yes could should did does why nobody good great order never very really so me no be at by or then than too out up about because again am had got get love`,
  de: `in an am so will der die das und ist nicht ich sie es ein eine einen einem einer zu mit auf für von den dem des im wir ihr mir mich uns euch mein meine meinen ihre ihren wie was wann wo warum noch schon immer auch aber oder wenn dass haben habe hat hatte bin sind war wird werden kann können könnte bitte danke hallo sehr gut kein keine nur bei nach aus seit heute morgen gestern vielen dank jetzt wieder gar guten ja nein bis zum zur durch hier mal doch echt alles leider würde bestellung paket`,
  fr: `on me te se en as mal le la les des du un une et est pas je vous nous il elle ils que qui ne ce cette ces mon ma mes votre vos notre pour avec dans sur au aux par mais ou où quand comment pourquoi encore toujours jamais très bonjour bonsoir merci oui non suis êtes avez ai ont été être avoir fait plus tout tous bien rien sans depuis c'est j'ai n'est qu'il d'un l'article s'il plaît trop ça commande colis svp chez`,
  es: `bien mal uno llegó pedí bastante mucho mucha ese esa él el la los las un una unos y es no que de en por para con se lo le les me te mi mis su sus al del como más pero muy ya yo usted ustedes está están estoy son fue ha he han hay qué cómo cuándo dónde cuánto quién este esta esto eso todavía aún siempre nunca hola gracias buenos buenas días tardes sí quiero puedo puede tengo tiene cuando porque también nada todo todos pedido favor desde hasta sin sobre nadie ser`,
  pt: `mal gostei bastante muito muita o os as um uma e é não que de em por para com se lhe me meu minha meus seu sua ao do da dos das no na nos nas como mais mas muito já eu você vocês está estão estou são foi tem ter tenho há quê quando onde quanto quem este esta isso ainda sempre nunca olá oi obrigado obrigada bom boa dia tarde sim quero posso pode porque também nada tudo pedido desde até sem pra ninguém vou ótimo era`,
  it: `il lo la gli le un una uno e è non che di in per con si mi ti ci vi mio mia miei suo sua al del della dello dei delle nel nella alla dalla come più ma molto già io lei noi voi sono sei siamo siete ho hai ha abbiamo avete hanno stato quando dove quanto chi questo questa quello ancora sempre mai ciao grazie buongiorno buonasera sì voglio posso può perché anche niente tutto ordine da fino senza nessuno vorrei proprio`,
  nl: `over de het een en is niet ik je u jij wij we zij ze hij van in op te met voor aan dat die dit er maar om ook nog al wel geen mijn uw jullie ons onze hoe wat wanneer waar waarom heb heeft hebben had ben zijn was wordt worden kan kunt kunnen alstublieft bedankt hallo goed goede heel erg zeer naar uit bij sinds vandaag morgen gisteren dank ja nee tot door hier graag alles helaas zou bestelling pakket nooit iets`,
  hi: `hai hain nahi nahin kya mera meri mere mujhe aap aapka aapki ka ki ke ko se me mein hu hun tha thi raha rahi kar karo kab kahan kaise kyu kyun bhi bahut accha acha bhai ji abhi tak phir koi sab yeh ye woh chahiye paise wapas haan dhanyavad theek`,
}

/** Folded word → the languages it speaks for. */
export const functionWords: ReadonlyMap<string, readonly string[]> = invert()

function invert(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>()
  for (const [language, list] of Object.entries(lists)) {
    for (const word of new Set(list.split(' ').flatMap(spellings))) {
      const languages = words.get(word)
      if (languages === undefined) words.set(word, [language])
      else languages.push(language)
    }
  }
  return words
}

/** As the tokens have them: "c'est" is two words, "don't" one. */
function spellings(word: string): readonly string[] {
  const parts = word.split("'")
  const tail = parts[1] ?? ''
  const english = ['t', 's', 'm'].includes(tail)
  return (english ? [parts.join('')] : parts).map(foldWord).filter((part) => part.length > 0)
}
