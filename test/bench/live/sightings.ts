/** When the page heard of which flag, and what that says beside what the day must raise. */
import type { Page } from '@playwright/test'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { judgedRules, flagKey, type ExpectedFlag } from '../../simulators/live/flagOracle.ts'
import { wholeScope } from '../../support/workspace.ts'

interface FlagFrame {
  readonly event: string
  readonly data: {
    readonly flags?: readonly { conversation: string | null; raisedAt: number; rule: string }[]
  }
}

/** By flag, when each frame that announced it reached the page. Epoch milliseconds of the machine. */
export function watchFlagged(page: Page): ReadonlyMap<string, readonly number[]> {
  const heard = new Map<string, number[]>()
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const at = Date.now()
      const frame = JSON.parse(String(payload)) as FlagFrame
      if (frame.event !== 'flagged') return
      for (const flag of frame.data.flags ?? []) {
        const key = flagKey({ ...flag, conversation: flag.conversation ?? '' })
        heard.set(key, [...(heard.get(key) ?? []), at])
      }
    })
  })
  return heard
}

export interface Verdict {
  /** Of flags that lasted long enough to be seen: milliseconds of the machine from its moment to the page. */
  readonly delays: readonly number[]
  readonly expected: number
  /** Lasted longer than a second of the machine and were never announced. */
  readonly unheard: readonly string[]
  readonly twice: readonly string[]
  /** Announced, of a rule that is judged, and not among what the day must raise. */
  readonly invented: readonly string[]
}

/** `from`: earlier flags were open when the page came; `to`: what was raised later had no time to arrive. */
export function judge(
  heard: ReadonlyMap<string, readonly number[]>,
  expected: readonly ExpectedFlag[],
  span: { readonly from: number; readonly to: number },
  stage: { readonly machineAt: (moment: number) => number },
): Verdict {
  const due = expected.filter(({ raisedAt }) => raisedAt >= span.from && raisedAt < span.to)
  const lasting = due.filter(
    ({ raisedAt, endedAt }) => stage.machineAt(endedAt) - stage.machineAt(raisedAt) >= 1000,
  )
  const known = new Set(expected.map(flagKey))
  const judged = new Set<string>(judgedRules)
  return {
    expected: due.length,
    delays: lasting.flatMap((flag) => {
      const at = heard.get(flagKey(flag))?.[0]
      return at === undefined ? [] : [at - stage.machineAt(flag.raisedAt)]
    }),
    unheard: lasting.map(flagKey).filter((key) => !heard.has(key)),
    twice: [...heard].filter(([, times]) => times.length > 1).map(([key]) => key),
    invented: [...heard.keys()].filter((key) => judged.has(key.split(' ')[2] ?? '') && !known.has(key)),
  }
}

/** Flags of judged rules that the console lists and the day did not raise, and the other way round. */
export async function compareLists(
  engine: Engine,
  expected: readonly ExpectedFlag[],
  span: { readonly from: number; readonly to: number },
): Promise<{
  readonly missing: readonly string[]
  readonly invented: readonly string[]
  readonly others: number
}> {
  const listed = new Set<string>()
  let others = 0
  const judged = new Set<string>(judgedRules)
  for (let after: string | null = null, more = true; more;) {
    const page = await engine.api.flags({
      scope: wholeScope(span.from, span.to),
      state: 'all',
      rules: [],
      after,
      limit: 500,
    })
    for (const flag of page.rows)
      if (judged.has(flag.rule)) listed.add(flagKey({ ...flag, conversation: flag.conversation ?? '' }))
      else others += 1
    after = page.next
    more = after !== null
  }
  const due = expected.filter(({ raisedAt }) => raisedAt >= span.from && raisedAt < span.to).map(flagKey)
  return {
    missing: due.filter((key) => !listed.has(key)),
    invented: [...listed].filter((key) => !due.includes(key)),
    others,
  }
}
