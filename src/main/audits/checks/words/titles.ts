/** How people are addressed before, and in Chinese after, their name. */
import { foldWord } from '../../../text/fold.ts'

const words =
  'mr mrs ms miss mx sir madam dr prof professor doctor herr herrn frau doktor hr fr monsieur madame mademoiselle m mme mlle ' +
  'señor señora señorita sr sra srta don doña dona seu senhor senhora signor signora signore sig dott dottoressa ' +
  'meneer mevrouw dhr mevr ji sahab sri shri श्री श्रीमती जी السيد السيدة سيد سيدة استاذ أستاذ دكتور'

const titles: ReadonlySet<string> = new Set(words.split(' ').map(foldWord))

/** Whether a folded word is a title. */
export function isTitle(word: string): boolean {
  return titles.has(word)
}

/** After a Chinese surname, folded to Simplified as tokens are. */
export const chineseTitles: readonly string[] = [
  '先生',
  '小姐',
  '女士',
  '太太',
  '同学',
  '老师',
  '医师',
  '医生',
  '经理',
  '老板',
  '师傅',
  '总',
  '生',
  '姐',
  '哥',
  '大哥',
  '大姐',
  '阿姨',
  '伯伯',
]
