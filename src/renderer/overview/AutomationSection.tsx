import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { CountCard } from './CountCard.tsx'
import { dayPoints, daysIn } from './dayStack.ts'
import { FigureCard } from './FigureCard.tsx'
import { casesOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { SectionPage } from './SectionPage.tsx'
import type { Shown } from './shown.ts'
import type { Stack, StackQuery } from './stack.ts'
import { StackCard } from './StackCard.tsx'
import { labelStep } from './volumeOption.ts'

const tiles = [
  'bot_contained',
  'bot_satisfied',
  'bot_escalated',
  'time_to_assignment',
  'time_to_first_response_from_assignment',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: { by: ['day'], metrics: tiles },
  byChannel: { by: ['channel'], metrics: tiles },
  byCategory: { by: ['category'], metrics: ['bot_contained', 'bot_escalated', 'bot_satisfied'] },
  byCloser: { by: ['closed-by'], metrics: ['conversations_closed'] },
} as const

/** What bots settled themselves, what they handed over, and how long contacts waited for a person then. */
export function AutomationSection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  return (
    <SectionPage
      section="automation"
      shown={shown}
      questions={questions}
      tiles={tiles}
      isEmpty={(totals) => (casesOf(totals.bot_contained) ?? 0) === 0}
    >
      {({ now, before }) => ({
        main: (
          <>
            <BotsByDay shown={shown} byDay={now.byDay} />
            <FigureCard
              title={text('botsByChannel.title')}
              subtitle={text('botsByChannel.subtitle')}
              shown={shown}
              dimension="channel"
              metrics={tiles}
              now={now.byChannel}
              before={before?.byChannel ?? null}
              none={text('channels.none')}
            />
            <FigureCard
              title={text('botsByCategory.title')}
              shown={shown}
              dimension="category"
              metrics={questions.byCategory.metrics}
              now={now.byCategory}
              before={before?.byCategory ?? null}
              none={text('categories.none')}
            />
          </>
        ),
        side: (
          <CountCard
            title={text('closers.title')}
            shown={shown}
            metric="conversations_closed"
            dimension="closed-by"
            now={now.byCloser}
            before={before?.byCloser ?? null}
            lines={6}
            none={text('closers.none')}
          />
        ),
      })}
    </SectionPage>
  )
}

/** Of the episodes with a bot: those it settled, and the others. */
function BotsByDay({ shown, byDay }: { readonly shown: Shown; readonly byDay: MetricsAnswer }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { name } = useMetricText()
  const days = daysIn(byDay)
  const values = byDay.rows.map(({ metrics: { bot_contained: figure } }) => {
    const all = casesOf(figure) ?? 0
    const contained = Math.round((valueOf(figure) ?? 0) * all)
    return [contained, all - contained]
  })
  const stack: Stack = {
    kind: 'count',
    parts: [
      { name: name('bot_contained'), tone: 'accent' },
      { name: text('bots.others'), tone: 'three' },
    ],
    line: null,
    labelEvery: labelStep(days.length),
    points: dayPoints(days, values, [], { ...shown, dayLabel: format.dayLabel }),
  }
  const queryOf: StackQuery = (point) => {
    const day = days[point]
    return day === undefined ? null : { metric: 'bot_contained', scope: shown.scope, key: { day } }
  }
  return (
    <StackCard
      title={text('bots.title')}
      label={text('bots.label')}
      stack={stack}
      metrics={['bot_contained']}
      queryOf={queryOf}
    />
  )
}
