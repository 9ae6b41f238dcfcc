/** Records of a golden case in a real store, and our figures of them under the definition named `chatwoot`. */
import type { Calendar } from '../../src/main/hours/calendar.ts'
import { openMilliseconds } from '../../src/main/hours/calendar.ts'
import { answerMetrics } from '../../src/main/metrics/answer.ts'
import { Columns } from '../../src/main/metrics/columns.ts'
import { explainMetric } from '../../src/main/metrics/explain.ts'
import { answerSpecials, isSpecial } from '../../src/main/metrics/special/catalogue.ts'
import { createGround } from '../../src/main/metrics/special/ground.ts'
import { noSide } from '../../src/main/metrics/special/side.ts'
import { readDictionary } from '../../src/main/store/dictionary.ts'
import { allFacts } from '../../src/main/store/facts.ts'
import { defaultSettings } from '../../src/main/store/settings.ts'
import type { Dimension, DurationFigure, Scope, ValueFigure } from '../../src/shared/contract.ts'
import { rulesOf } from '../../src/shared/definitions.ts'
import type { MetricId } from '../../src/shared/metrics.ts'
import type { RecordInput } from '../../src/shared/records.ts'
import type { NumberRules } from '../../src/shared/rules.ts'
import { defaultRules } from '../../src/shared/rules.ts'
import { apply, records, temporaryCache } from '../support/database.ts'

/** Unix seconds, as the cases count. */
export type Seconds = number

export const iso = (seconds: Seconds) => new Date(seconds * 1000).toISOString()

type Author = 'contact' | 'agent' | 'bot' | 'automation' | 'campaign' | 'app' | 'system'

/** A conversation as it is told, step by step. */
export class Story {
  readonly #id: string
  readonly records: RecordInput[] = []

  constructor(id: string, openedAt: Seconds, more: { channel?: string; by?: 'contact' | 'agent' } = {}) {
    this.#id = id
    this.records.push({
      kind: 'conversation',
      id,
      contact: `k-${id}`,
      channel: more.channel ?? 'i1',
      openedAt: iso(openedAt),
      openedBy: { type: more.by ?? 'contact' },
    })
  }

  message(
    at: Seconds,
    direction: 'in' | 'out' | 'internal',
    type: Author,
    agent: string | null = null,
  ): this {
    this.records.push({
      kind: 'message',
      id: `m-${this.#id}-${this.records.length}`,
      conversation: this.#id,
      contact: `k-${this.#id}`,
      channel: null,
      at: iso(at),
      direction,
      author: { type, id: agent },
      content: { type: 'text', text: '…', caption: null, template: null, media: null },
      replyTo: null,
    })
    return this
  }

  in(at: Seconds): this {
    return this.message(at, 'in', 'contact')
  }

  out(at: Seconds, agent: string = 'a1'): this {
    return this.message(at, 'out', 'agent', agent)
  }

  event(
    at: Seconds,
    event: 'closed' | 'reopened' | 'pending' | 'snoozed' | 'bot_handoff' | 'bot_resolved' | 'categorised',
    more: { category?: string; by?: 'agent' | 'bot' | 'contact'; agent?: string } = {},
  ): this {
    this.records.push({
      kind: 'conversation_event',
      conversation: this.#id,
      at: iso(at),
      event,
      by: { type: more.by ?? 'agent', id: more.agent ?? null },
      category: more.category ?? null,
      note: null,
    })
    return this
  }

  assign(at: Seconds, to: string | null, team: string | null = null): this {
    this.records.push({ kind: 'assignment', conversation: this.#id, at: iso(at), from: null, to, team })
    return this
  }

  survey(at: Seconds): this {
    this.records.push({ kind: 'survey', id: `s-${this.#id}`, conversation: this.#id, at: iso(at) })
    return this
  }

  rate(at: Seconds, score: number): this {
    this.records.push({ kind: 'rating', id: `r-${this.#id}`, conversation: this.#id, at: iso(at), score })
    return this
  }
}

/** The rows of an answer, in their order; `key` joins what a row is called. */
export interface AnsweredRow {
  readonly key: string
  readonly figure: ValueFigure & Partial<DurationFigure>
}

export class Workspace {
  readonly #columns = new Columns()
  readonly #dictionary

  constructor(stories: readonly Story[], others: readonly RecordInput[] = []) {
    const cache = temporaryCache()
    const settings = { ...defaultSettings, rules: defaultRules }
    apply(cache, records(...others, ...stories.flatMap((story) => story.records)), { settings })
    for (const [conversation, bytes] of allFacts(cache)) this.#columns.replace(conversation, bytes)
    this.#dictionary = readDictionary(cache)
  }

  /** The figure of a metric from `from` to before `to`. */
  figure(metric: MetricId, from: Seconds, to: Seconds, asked: Asked = {}): AnsweredRow['figure'] {
    if (isSpecial(metric)) {
      const ground = this.#ground(from, to, [], asked)
      return answerSpecials(ground, [metric]).figureOf(metric, []) as AnsweredRow['figure']
    }
    return this.#answer(metric, from, to, [], asked).total.metrics[metric] as AnsweredRow['figure']
  }

  rows(
    metric: MetricId,
    from: Seconds,
    to: Seconds,
    by: readonly Dimension[],
    asked: Asked = {},
  ): readonly AnsweredRow[] {
    if (isSpecial(metric)) {
      const answer = answerSpecials(this.#ground(from, to, by, asked), [metric])
      return answer.keys.map((keys) => ({
        key: keys.map((key) => key ?? '-').join('/'),
        figure: answer.figureOf(metric, keys) as AnsweredRow['figure'],
      }))
    }
    return this.#answer(metric, from, to, by, asked).rows.map((row) => ({
      key: by.map((dimension) => row.key[dimension] ?? '-').join('/'),
      figure: row.metrics[metric] as AnsweredRow['figure'],
    }))
  }

  /** The mean of a duration in seconds; null where there is none. */
  mean(metric: MetricId, from: Seconds, to: Seconds, asked: Asked = {}): number | null {
    const { open } = asked
    if (open === undefined) return this.figure(metric, from, to, asked).mean ?? null
    const lengths = this.values(metric, from, to, asked).map(
      ({ at, value }) => openMilliseconds(open, (at - value) * 1000, at * 1000) / 1000,
    )
    return lengths.length === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  }

  /** The values behind a figure that are not nothing, in seconds for durations; oldest first. */
  values(
    metric: MetricId,
    from: Seconds,
    to: Seconds,
    asked: Asked = {},
  ): readonly { at: Seconds; value: number }[] {
    const explained = explainMetric(
      this.#columns,
      this.#dictionary,
      { metric, scope: scopeOf(from, to, asked) },
      { now: farFuture, targets: defaultSettings.targets, rules: rulesFor(asked) },
    )
    return explained.included
      .map(({ at, value }) => ({ at: at / 1000, value: value ?? Number.NaN }))
      .sort((a, b) => a.at - b.at)
  }

  #answer(metric: MetricId, from: Seconds, to: Seconds, by: readonly Dimension[], asked: Asked) {
    return answerMetrics(
      this.#columns,
      this.#dictionary,
      { scope: scopeOf(from, to, asked), by, metrics: [metric] },
      {
        completeTo: null,
        quarantined: 0,
        now: farFuture,
        targets: defaultSettings.targets,
        rules: rulesFor(asked),
      },
    )
  }

  #ground(from: Seconds, to: Seconds, by: readonly Dimension[], asked: Asked) {
    const subject = {
      columns: this.#columns,
      dictionary: this.#dictionary,
      scope: scopeOf(from, to, asked),
      now: farFuture,
    }
    return createGround(subject, by, { rules: rulesFor(asked), side: noSide })
  }
}

const farFuture = Date.UTC(2030, 0, 1)

export interface Asked extends Partial<Omit<Scope, 'from' | 'to' | 'hours'>> {
  /** What is asked otherwise than Chatwoot defines it. */
  readonly rules?: Partial<NumberRules>
  /** Durations are measured in the hours it is open. */
  readonly open?: Calendar
}

function rulesFor(asked: Asked): NumberRules {
  return { ...rulesOf('chatwoot', defaultRules), ...asked.rules }
}

function scopeOf(from: Seconds, to: Seconds, asked: Asked): Scope {
  const { zone = 'UTC', agents = [], teams = [], channels = [], categories = [] } = asked
  return { from: from * 1000, to: to * 1000, zone, agents, teams, channels, categories }
}
