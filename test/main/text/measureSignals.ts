/** How well signals are told on labelled sentences: the same count for the printed table and the test. */
import { dueOf } from '../../../src/main/text/promisedTimes.ts'
import { readSignals, signal } from '../../../src/main/text/signals.ts'
import { at } from '../metrics/timelines.ts'
import { abuseHeldOut } from './labelled/signals/abuseHeldOut.ts'
import { de } from './labelled/signals/de.ts'
import { en } from './labelled/signals/en.ts'
import { es } from './labelled/signals/es.ts'
import { fr } from './labelled/signals/fr.ts'
import { half, linesOf, type LabelledSignals } from './labelled/signals/labelled.ts'
import { zh } from './labelled/signals/zh.ts'
import { detectLanguage } from '../../../src/main/text/language.ts'

export const signalSets: readonly LabelledSignals[] = [en, de, fr, es, zh]
const kinds = ['asksPerson', 'asksManager', 'abuse', 'promise'] as const
type Kind = (typeof kinds)[number]

interface SignalMeasure {
  readonly kind: string
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly string[]
}

/** Abuse by language, on the sentences of abuseHeldOut.ts. */
export function measureAbuse(): readonly SignalMeasure[] {
  return abuseHeldOut.map((set) => {
    const missed = linesOf(set.yes).filter((line) => !isTold('abuse', line))
    const wrongly = linesOf(set.no).filter((line) => isTold('abuse', line))
    const rightly = linesOf(set.yes).length - missed.length
    const told = rightly + wrongly.length
    return {
      kind: `abuse in ${set.language}`,
      precision: told === 0 ? 1 : rightly / told,
      recall: rightly / linesOf(set.yes).length,
      wrong: [...missed.map((line) => `missed: ${line}`), ...wrongly.map((line) => `wrong: ${line}`)],
    }
  })
}

/** By kind and language. A promise due at another time than labelled is a wrong one. */
export function measureSignals(which: 'tuned' | 'heldOut'): readonly SignalMeasure[] {
  return kinds.flatMap((kind) =>
    signalSets.map((set) => {
      const yes = half(set[kind].yes, which)
      const no = half(set[kind].no, which)
      const missed = yes.filter((line) => !isTold(kind, line))
      const rightly = yes.length - missed.length
      const wrongly = no.filter((line) => isTold(kind, line))
      const mistimed = kind === 'promise' ? missed.filter((line) => isTold(kind, line.split(' | ')[0]!)) : []
      const told = rightly + wrongly.length + mistimed.length
      return {
        kind: `${kind} in ${set.language}`,
        precision: told === 0 ? 1 : rightly / told,
        recall: rightly / yes.length,
        wrong: [...missed.map((line) => `missed: ${line}`), ...wrongly.map((line) => `wrong: ${line}`)],
      }
    }),
  )
}

function isTold(kind: Kind, line: string): boolean {
  const [text = '', due] = line.split(' | ')
  if (kind !== 'promise') {
    const { bits } = readSignals(text, detectLanguage(text).language, 'in')
    return (bits & signal[kind]) !== 0
  }
  const { promise } = readSignals(text, null, 'out')
  if (promise === null) return false
  return due === undefined || dueOf(promise, at('10:00'), 'UTC') === at(due)
}

// `npx node test/main/text/measureSignals.ts [--held-out | --abuse]` prints the table and what went wrong.
if (import.meta.main) {
  const measures = process.argv.includes('--abuse')
    ? measureAbuse()
    : measureSignals(process.argv.includes('--held-out') ? 'heldOut' : 'tuned')
  for (const { kind, precision, recall, wrong } of measures)
    console.log(
      `${kind}: precision ${precision.toFixed(2)} recall ${recall.toFixed(2)}\n   ${wrong.join('\n   ')}`,
    )
}
