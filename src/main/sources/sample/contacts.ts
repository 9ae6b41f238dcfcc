import type { RecordOf } from '../../../shared/records.ts'
import { dayLength, midnight } from './berlin.ts'
import type { Language } from './phrases/phrasebook.ts'
import { names } from './names.ts'
import { randomFor, weighted } from '../../../shared/random.ts'
import type { Random } from '../../../shared/random.ts'
import { arrivalsOn, arrivalTime } from './story.ts'
import type { Origin, Premise } from './story.ts'

/** Someone who writes to Nordlicht; who they are follows from the arrival that first brought them. */
export interface Person {
  readonly id: string
  readonly language: Language
  readonly firstName: string
  readonly record: RecordOf<'contact'>
}

/** Country code and the first digits of a mobile number; eight digits follow. */
const dialling: Readonly<Record<Language, string>> = {
  de: '49155',
  en: '4475',
  fr: '336',
  es: '346',
  zh: '8869',
}

/** Keeps the numbers of different origins apart on one day. */
const numberOffset: Readonly<Record<Origin, number>> = { everyday: 0, outage: 3000, rush: 4000, campaign: 0 }

/** Who the nth arrival of the day brings: someone new, or one of those who came before. */
export function personOf(premise: Premise, day: number, origin: Origin, n: number): Person {
  if (origin === 'campaign' || !isNew(premise, day, n))
    return (
      earlier(premise, day, origin, randomFor(premise.seed, 'returning', origin, day, n)) ??
      person(premise, day, origin, n)
    )
  return person(premise, day, origin, n)
}

function isNew(premise: Premise, day: number, n: number): boolean {
  return randomFor(premise.seed, 'new', day, n).chance(0.58)
}

/** Someone whom an everyday arrival of an earlier day brought first: mostly weeks ago, sometimes just now. */
function earlier(premise: Premise, day: number, origin: Origin, random: Random): Person | null {
  for (let attempt = 0; attempt < 12; attempt++) {
    const recent = origin !== 'campaign' && random.chance(0.16)
    const back = recent ? random.whole(1, 8) : 8 + Math.floor(-Math.log(1 - random.next()) * 40)
    const n = random.whole(0, arrivalsOn(premise, day - back, 'everyday'))
    if (isNew(premise, day - back, n)) return person(premise, day - back, 'everyday', n)
  }
  return null
}

function person(premise: Premise, day: number, origin: Origin, n: number): Person {
  const random = randomFor(premise.seed, 'person', origin, day, n)
  const language = weighted<Language>(random, [
    ['de', 44],
    ['en', 16],
    ['fr', 13],
    ['es', 13],
    ['zh', 14],
  ])
  const [firstNames, lastNames] = names[language]
  const firstName = random.pick(firstNames)
  const lastName = random.pick(lastNames)
  const id = origin === 'everyday' ? `k${day}-${n}` : `k${day}-${origin}-${n}`
  const line = `${dialling[language]}${digits(day % 2000)}${digits(n + numberOffset[origin])}`
  const addedBy = weighted<RecordOf<'contact'>['addedBy']>(random, [
    ['first_message', 78],
    ['import', 7],
    ['ad', 6],
    ['agent', 5],
    ['api', 4],
  ])
  const arrived = arrivalTime(premise, day, origin, n) ?? midnight(day)
  const addedAt =
    addedBy === 'first_message' || addedBy === 'ad' ? arrived : arrived - random.whole(1, 5 * dayLength)
  const optedIn = random.chance(0.86)
  return {
    id,
    language,
    firstName: language === 'zh' ? lastName + firstName : firstName,
    record: {
      kind: 'contact',
      id,
      updatedAt: null,
      name: language === 'zh' ? lastName + firstName : `${firstName} ${lastName}`,
      phone: `+${line}`,
      language,
      addedAt,
      addedBy,
      aliases: [{ type: 'wa_id', value: line }],
      tags: random.chance(0.06) ? ['vip'] : [],
      segment: random.chance(0.3) ? 'regular' : null,
      optedInAt: optedIn ? addedAt : null,
      optedOutAt: optedIn && random.chance(0.02) ? addedAt + random.whole(1, 30) * dayLength : null,
      deletedAt: null,
    },
  }
}

function digits(number: number): string {
  return String(number).padStart(4, '0')
}
