/** Small numbers as words. */
import { foldWord } from '../text/fold.ts'

const lists: Readonly<Record<string, string>> = {
  en: 'a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 fourteen=14 fifteen=15 twenty=20 thirty=30 sixty=60 ninety=90',
  de: 'ein=1 eine=1 einem=1 einen=1 einer=1 eines=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 vierzehn=14 fünfzehn=15 zwanzig=20 dreißig=30 sechzig=60 neunzig=90',
  fr: 'un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quatorze=14 quinze=15 vingt=20 trente=30 soixante=60',
  es: 'un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 catorce=14 quince=15 veinte=20 treinta=30 sesenta=60 noventa=90',
  pt: 'um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 quinze=15 trinta=30',
  it: 'un=1 una=1 uno=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 quattordici=14 quindici=15 trenta=30',
  nl: 'een=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 veertien=14 dertig=30',
}

/** Folded word → number. No word here means two numbers in two of the languages. */
export const numerals: ReadonlyMap<string, number> = new Map(
  Object.values(lists).flatMap((list) =>
    list.split(' ').map((entry): readonly [string, number] => {
      const [word = '', value = ''] = entry.split('=')
      return [foldWord(word), Number(value)]
    }),
  ),
)

const hanDigits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** The number that folded Chinese numerals below one hundred say: 十四, 三十, 两; null: none. */
export function hanNumber(characters: string): number | null {
  const [tens, ones, ...rest] = characters.split('十')
  if (rest.length > 0 || tens === undefined) return null
  if (ones === undefined) return hanDigits[tens] ?? null
  const ten = tens === '' ? 1 : hanDigits[tens]
  const one = ones === '' ? 0 : hanDigits[ones]
  return ten === undefined || one === undefined ? null : ten * 10 + one
}
