import { z } from 'zod'
import { refused } from '../source.ts'
import type { Page, Source, SourcePorts, Stream } from '../source.ts'
import { dayOf, midnight, minute, second } from './berlin.ts'
import { companyRecords } from './company.ts'
import { createLife } from './life.ts'
import type { Life } from './life.ts'

/** What a sample workspace is made from. */
export interface SampleConfig {
  readonly seed: number
  /** Where history ends, in epoch milliseconds; null: when it is first asked. */
  readonly until: number | null
  /** Whether it goes on living after that, by the clock. */
  readonly live: boolean
  /** Days of history, 120 where not said. */
  readonly days?: number
  /** Conversations on a mean day, campaigns and the bad Monday not counted; 65 where not said. */
  readonly conversationsPerDay?: number
}

const defaults = { days: 120, conversationsPerDay: 65 } as const
const tailEveryMs = 2 * second
/** A day with more conversations than this comes in several pages. */
const conversationsPerPage = 80

const tailCursor = z.object({ anchor: z.number().int(), to: z.number().int() })
const backfillCursor = z.object({ anchor: z.number().int(), from: z.number().int() })

/**
 * A believable workspace that needs no cloud. It is a function of its seed and of its anchor, the moment history ends;
 * the cursors hold the anchor, so the same life goes on after a restart. A console that stopped pulling finds, when it
 * pulls again, what happened meanwhile.
 */
export function createSampleSource(config: SampleConfig, ports: SourcePorts): Source {
  const { seed, live, days, conversationsPerDay } = { ...defaults, ...config }
  const slices = Math.ceil(conversationsPerDay / conversationsPerPage)
  let life: Life | null = null

  /** The life with that anchor. Both streams share one, and the first cursor or the first pull decides which. */
  function lifeFrom(known: number | null): Life {
    const held = life?.premise.anchor
    const anchor = known ?? held ?? config.until ?? Math.floor(ports.now() / minute) * minute
    if (life === null || held !== anchor) life = createLife({ seed, anchor, days, conversationsPerDay })
    return life
  }

  function tailPage(cursor: string | null): Page {
    const position = cursor === null ? null : readCursor(tailCursor, cursor)
    const { premise, between, notices } = lifeFrom(position?.anchor ?? null)
    const { anchor } = premise
    const now = live ? ports.now() : anchor
    if (position === null)
      return page(companyRecords(), { anchor, to: anchor }, { more: anchor < now, completeTo: anchor })
    const from = position.to
    const to = Math.max(from, Math.min(now, midnight(dayOf(from) + 1)))
    if (to === from) return page([], { anchor, to }, { completeTo: to })
    return page(
      between(from, to),
      { anchor, to },
      { more: to < now, completeTo: to, notices: notices(from, to) },
    )
  }

  function backfillPage(cursor: string | null): Page {
    const position = cursor === null ? null : readCursor(backfillCursor, cursor)
    const { premise, between, notices } = lifeFrom(position?.anchor ?? null)
    const { anchor } = premise
    const today = dayOf(anchor)
    const first = midnight(today - days + 1)
    const to = position?.from ?? anchor
    const from = to > first ? sliceStart(to, slices) : to
    return page(
      between(from, to),
      { anchor, from },
      {
        more: from > first,
        backfilledTo: from,
        notices: notices(from, to),
        progress: { done: today - dayOf(from - 1), total: days },
      },
    )
  }

  const streams: readonly Stream[] = [
    {
      name: 'tail',
      role: 'tail',
      everyMs: tailEveryMs,
      pull: (cursor, signal) => answered(signal, () => tailPage(cursor)),
    },
    {
      name: 'backfill',
      role: 'backfill',
      everyMs: 0,
      pull: (cursor, signal) => answered(signal, () => backfillPage(cursor)),
    },
  ]
  return { kind: 'sample', streams }
}

/** Where the slice that ends just before `before` begins, its day cut into `parts`. */
function sliceStart(before: number, parts: number): number {
  const day = dayOf(before - 1)
  const start = midnight(day)
  const length = Math.ceil((midnight(day + 1) - start) / parts)
  return start + Math.floor((before - 1 - start) / length) * length
}

function page(records: Page['records'], cursor: Readonly<Record<string, number>>, rest: Partial<Page>): Page {
  return {
    records,
    rejects: [],
    notices: [],
    cursor: JSON.stringify(cursor),
    more: false,
    completeTo: null,
    backfilledTo: null,
    progress: null,
    ...rest,
  }
}

async function answered(signal: AbortSignal, make: () => Page): Promise<Page> {
  signal.throwIfAborted()
  return make()
}

function readCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  let value: unknown = null
  try {
    value = JSON.parse(cursor)
  } catch {
    // Falls through: no JSON is no cursor of ours.
  }
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw refused('invalid', 'sources.sampleLost')
}
