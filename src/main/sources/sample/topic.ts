import { dayOf, weekdayOf } from './berlin.ts'
import type { Person } from './contacts.ts'
import { chinese } from './phrases/chinese.ts'
import { english } from './phrases/english.ts'
import { french } from './phrases/french.ts'
import { german } from './phrases/german.ts'
import type { Category, Facts, Language, Phrasebook, Script } from './phrases/phrasebook.ts'
import { spanish } from './phrases/spanish.ts'
import { weighted } from '../../../shared/random.ts'
import type { Random } from '../../../shared/random.ts'

export const phrasebooks: Readonly<Record<Language, Phrasebook>> = {
  de: german,
  en: english,
  fr: french,
  es: spanish,
  zh: chinese,
}

const packs = ['Fjell 65', 'Fjell 40', 'Bris 28'] as const
const tents = ['Tinden 3', 'Tinden 2', 'Nordkapp 2P'] as const
const jackets = ['Lofot Shell', 'Saga Down', 'Stetind Pro', 'Vinje Light'] as const
const clothing = ['S', 'M', 'L', 'XL'] as const
const depots = ['Leipzig', 'Hamburg', 'Erfurt', 'Köln'] as const
const taiwaneseCities = ['台北', '台中', '高雄', '新竹'] as const

/** What a conversation is about: the same order and goods from its first line to its last. */
export function factsFor(person: Person, at: number, random: Random): Omit<Facts, 'agent'> {
  const book = phrasebooks[person.language]
  const size = random.whole(0, 3) as 0 | 1 | 2
  const pack = random.pick(packs)
  const tent = random.pick(tents)
  const shoe = random.whole(38, 46)
  const today = weekdayOf(dayOf(at))
  const soon = (today + random.whole(1, 4)) % 7
  const gone = (today + random.whole(3, 6)) % 7
  return {
    order: `NL-${random.whole(38_000, 52_000)}`,
    gear: random.chance(0.6) ? pack : tent,
    pack,
    tent,
    wear: random.pick(jackets),
    size: clothing[size],
    other: clothing[size + 1] ?? 'XL',
    boot: `EU ${shoe}`,
    otherBoot: `EU ${shoe + 1}`,
    city: person.language === 'zh' ? random.pick(taiwaneseCities) : random.pick(depots),
    // Nothing is delivered or scanned on a Sunday.
    day: book.weekdays[soon === 6 ? 0 : soon] ?? book.weekdays[0],
    past: book.weekdays[gone === 6 ? 5 : gone] ?? book.weekdays[0],
    amount: book.amount(random.whole(29, 420)),
    name: person.firstName,
    number: String(random.whole(100, 999)),
  }
}

/** A dialogue on something customers ask about, in the mix Nordlicht sees. */
export function everydayScript(book: Phrasebook, random: Random): Script {
  const category = weighted<Category>(random, [
    ['Delivery status', 32],
    ['Returns and refunds', 24],
    ['Product advice', 17],
    ['Size and fit', 12],
    ['Payment', 9],
    ['Warranty', 6],
  ])
  const fitting = book.scripts.filter((one) => one.category === category)
  return fitting[random.whole(0, fitting.length)] ?? book.scripts[0]
}
