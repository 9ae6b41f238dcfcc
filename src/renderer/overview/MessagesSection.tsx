import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { CountCard } from './CountCard.tsx'
import { countsByDay, dayPoints, daysIn } from './dayStack.ts'
import { FigureCard } from './FigureCard.tsx'
import { countOf, seriesOf } from './figures.ts'
import { MessageFunnelCard } from './MessageFunnel.tsx'
import { SectionPage } from './SectionPage.tsx'
import type { Shown } from './shown.ts'
import type { Stack, StackPart, StackQuery } from './stack.ts'
import { StackCard } from './StackCard.tsx'
import { labelStep } from './volumeOption.ts'
import { WindowCard } from './WindowCard.tsx'

const tiles = [
  'messages_received',
  'messages_sent',
  'delivery_rate',
  'read_rate',
  'failure_rate',
  'engagement',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: {
    by: ['day'],
    metrics: [
      ...tiles,
      'messages_delivered',
      'messages_read',
      'messages_failed',
      'sent_in_window',
      'sent_outside_window',
    ],
  },
  byDayAndAuthor: { by: ['day', 'author'], metrics: ['messages_sent'] },
  byAuthor: { by: ['author'], metrics: ['messages_sent', 'delivery_rate', 'read_rate', 'failure_rate'] },
  byChannel: {
    by: ['channel'],
    metrics: ['messages_received', 'messages_sent', 'delivery_rate', 'read_rate', 'failure_rate'],
  },
  byError: { by: ['error'], metrics: ['messages_failed'] },
  byErrorAndChannel: { by: ['error', 'channel'], metrics: ['messages_failed'] },
} as const

/** What was written to and fro, and what became of what was sent. */
export function MessagesSection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  return (
    <SectionPage
      section="messages"
      shown={shown}
      questions={questions}
      tiles={tiles}
      isEmpty={(totals) => countOf(totals, 'messages_received') + countOf(totals, 'messages_sent') === 0}
    >
      {({ now, before }) => ({
        main: (
          <>
            <SentByDay shown={shown} byDay={now.byDay} byAuthor={now.byDayAndAuthor} />
            <FigureCard
              title={text('byChannel.title')}
              subtitle={text('byChannel.subtitle')}
              shown={shown}
              dimension="channel"
              metrics={questions.byChannel.metrics}
              now={now.byChannel}
              before={before?.byChannel ?? null}
              none={text('channels.none')}
            />
            <FigureCard
              title={text('byAuthor.title')}
              shown={shown}
              dimension="author"
              metrics={questions.byAuthor.metrics}
              now={now.byAuthor}
              before={before?.byAuthor ?? null}
              none={text('messages.none')}
            />
          </>
        ),
        side: (
          <>
            <MessageFunnelCard shown={shown} figures={now.byDay.total.metrics} />
            <WindowCard shown={shown} now={now.byDay} before={before?.byDay ?? null} />
            <CountCard
              title={text('failed.title')}
              shown={shown}
              metric="messages_failed"
              dimension="error"
              now={now.byError}
              before={before?.byError ?? null}
              lines={8}
              none={text('failed.none')}
            />
          </>
        ),
      })}
    </SectionPage>
  )
}

/** People, machines, campaigns: who wrote what was sent, the accent for people. */
const authors = [
  { id: 'people', tone: 'accent', keys: ['agent', 'app'] },
  { id: 'machines', tone: 'two', keys: ['bot', 'automation', 'system', 'unknown', null] },
  { id: 'campaign', tone: 'three', keys: ['campaign'] },
] as const satisfies readonly {
  readonly id: string
  readonly tone: StackPart['tone']
  readonly keys: readonly (string | null)[]
}[]

function SentByDay({
  shown,
  byDay,
  byAuthor,
}: {
  readonly shown: Shown
  readonly byDay: MetricsAnswer
  readonly byAuthor: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const days = daysIn(byDay)
  const keys = authors.map((author) => author.keys)
  const values = countsByDay(days, byAuthor, 'author', 'messages_sent', keys)
  const received = seriesOf(byDay.rows, 'messages_received')
  const stack: Stack = {
    kind: 'count',
    parts: authors.map(({ id, tone }) => ({ name: text(`sent.${id}`), tone })),
    line: text('sent.received'),
    labelEvery: labelStep(days.length),
    points: dayPoints(days, values, received, { ...shown, dayLabel: format.dayLabel }),
  }
  // People and machines gather several authors, so their bars open the whole day.
  const queryOf: StackQuery = (point, part) => {
    const day = days[point]
    if (day === undefined) return null
    if (part === 'line') return { metric: 'messages_received', scope: shown.scope, key: { day } }
    const isCampaign = part !== null && authors[part]?.id === 'campaign'
    const author = isCampaign ? { author: 'campaign' } : {}
    return { metric: 'messages_sent', scope: shown.scope, key: { day, ...author } }
  }
  return (
    <StackCard
      title={text('sent.title')}
      label={text('sent.label')}
      stack={stack}
      metrics={['messages_sent', 'messages_received']}
      queryOf={queryOf}
      total={text('sent.total')}
    />
  )
}
