import { foldHan } from '../../../text/fold.ts'

/** Chinese surnames of two characters, folded as tokens are: the given name begins after them. */
export const doubleSurnames: ReadonlySet<string> = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 东方 東方 独孤 獨孤 南宫 南宮 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 长孙 長孫 宇文 司空 端木 令狐 轩辕 軒轅 范姜 张简 張簡'
    .split(' ')
    .map((name) => Array.from(name, foldHan).join('')),
)

/** Words between the parts of a name that name nobody. */
export const particles: ReadonlySet<string> = new Set(
  'de da do dos das del della di la le el al bin ibn bint van von der den ter ten zu the and und y e et'.split(
    ' ',
  ),
)

/** Names that are words as well: they count where they stand as a name does. */
export const wordsThatAreNames: ReadonlySet<string> = new Set(
  (
    'will mark may grace rose hope joy faith bill sue drew frank rich art jack grant chance miles dawn eve summer june ' +
    'april august penny ruby pearl iris ivy lily daisy violet page chase reed hunter mason king young long good best ' +
    'wolf klein weiss schwarz braun gross kurz lang jung sommer winter herbst freitag sonntag konig fuchs vogel stark frei ' +
    'sol luz mar paz rosa flor angel cruz leon santos reyes dulce blanca bella marine prudence constant blanc petit ' +
    'noel pascal olive juste parfait'
  ).split(' '),
)
