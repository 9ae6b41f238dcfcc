import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { useText } from '../ui/text.ts'
import { BillingCard } from './BillingCard.tsx'
import { FigureCard } from './FigureCard.tsx'
import { casesOf, countOf, keyOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { SectionPage } from './SectionPage.tsx'
import type { Shown } from './shown.ts'
import type { Stack, StackQuery } from './stack.ts'
import { StackCard } from './StackCard.tsx'

const tiles = [
  'open_rate',
  'response_rate',
  'conversion_rate',
  'conversion_value',
  'billable_messages',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: { by: ['day'], metrics: tiles },
  byTemplate: { by: ['template'], metrics: ['open_rate', 'response_rate'] },
  byHour: { by: ['hour'], metrics: ['open_rate', 'response_rate'] },
  byGoal: { by: ['goal'], metrics: ['conversion_value'] },
  byPrice: { by: ['pricing', 'country'], metrics: ['billable_messages'] },
} as const

/** What campaigns and templates brought: opened, answered, converted, and what was billed for. */
export function CampaignsSection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  return (
    <SectionPage
      section="campaigns"
      shown={shown}
      questions={questions}
      tiles={tiles}
      isEmpty={(totals) =>
        (casesOf(totals.open_rate) ?? 0) +
          countOf(totals, 'billable_messages') +
          countOf(totals, 'conversion_rate') ===
        0
      }
    >
      {({ now, before }) => ({
        main: (
          <>
            <FigureCard
              title={text('templates.title')}
              subtitle={text('templates.subtitle')}
              shown={shown}
              dimension="template"
              metrics={questions.byTemplate.metrics}
              restsOn={{ metric: 'open_rate', title: text('templates.delivered') }}
              now={now.byTemplate}
              before={before?.byTemplate ?? null}
              lines={10}
              none={text('templates.none')}
            />
            <SendHours shown={shown} byHour={now.byHour} />
          </>
        ),
        side: (
          <>
            <BillingCard shown={shown} now={now.byPrice} />
            <FigureCard
              title={text('goals.title')}
              subtitle={text('goals.subtitle')}
              shown={shown}
              dimension="goal"
              metrics={questions.byGoal.metrics}
              now={now.byGoal}
              before={before?.byGoal ?? null}
              none={text('goals.none')}
            />
            {mixedCurrencies(now.byGoal) && <p className="block-note">{text('goals.currencies')}</p>}
          </>
        ),
      })}
    </SectionPage>
  )
}

/** Amounts in several currencies have no sum. */
function mixedCurrencies({ total }: MetricsAnswer): boolean {
  const figure = total.metrics.conversion_value
  return valueOf(figure) === null && (casesOf(figure) ?? 0) > 0
}

/** The share of contacts who answered, by the hour the message was sent. */
function SendHours({ shown, byHour }: { readonly shown: Shown; readonly byHour: MetricsAnswer }): ReactNode {
  const text = useText('overview')
  const { name } = useMetricText()
  const hours = byHour.rows.map((row) => keyOf(row, 'hour') ?? '')
  const stack: Stack = {
    kind: 'rate',
    parts: [{ name: name('response_rate'), tone: 'accent' }],
    line: name('open_rate'),
    labelEvery: 3,
    points: byHour.rows.map((row, index) => ({
      label: hours[index] ?? '',
      values: [valueOf(row.metrics.response_rate)],
      line: valueOf(row.metrics.open_rate),
    })),
  }
  const queryOf: StackQuery = (point, part) => {
    const hour = hours[point]
    const metric = part === 'line' ? 'open_rate' : 'response_rate'
    return hour === undefined ? null : { metric, scope: shown.scope, key: { hour } }
  }
  return (
    <StackCard
      title={text('sendHours.title')}
      label={text('sendHours.label')}
      stack={stack}
      metrics={['response_rate', 'open_rate']}
      queryOf={queryOf}
      subtitle={text('sendHours.subtitle')}
      head={text('sendHours.hour')}
      legend="none"
      height={180}
    />
  )
}
