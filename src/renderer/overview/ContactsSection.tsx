import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { dayPoints, daysIn } from './dayStack.ts'
import { DropOffCard } from './DropOffCard.tsx'
import { FigureCard } from './FigureCard.tsx'
import { casesOf, countOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import { SectionPage } from './SectionPage.tsx'
import type { Shown } from './shown.ts'
import type { Stack, StackQuery } from './stack.ts'
import { StackCard } from './StackCard.tsx'
import { labelStep } from './volumeOption.ts'

const tiles = [
  'contacts_new',
  'contacts_returning',
  'contacts_added',
  'retention_rate',
  'responsiveness',
  'opt_in_coverage',
] as const satisfies readonly MetricId[]

const questions = {
  byDay: { by: ['day'], metrics: [...tiles, 'contacts_removed'] },
  byOrigin: { by: ['added-by'], metrics: ['contacts_added', 'contacts_removed', 'responsiveness'] },
  byStep: { by: ['step'], metrics: ['drop_off'] },
  byChannel: {
    by: ['channel'],
    metrics: ['contacts_new', 'contacts_returning', 'retention_rate', 'opt_in_coverage'],
  },
} as const

/** Who came, who came back, who answered, and how far they got. */
export function ContactsSection({ shown }: { readonly shown: Shown }): ReactNode {
  const text = useText('overview')
  return (
    <SectionPage
      section="contacts"
      shown={shown}
      questions={questions}
      tiles={tiles}
      isEmpty={(totals) =>
        tiles.every((metric) => countOf(totals, metric) + (casesOf(totals[metric]) ?? 0) === 0)
      }
    >
      {({ now, before }) => ({
        main: (
          <>
            <ContactsByDay shown={shown} byDay={now.byDay} />
            <FigureCard
              title={text('byOrigin.title')}
              subtitle={text('byOrigin.subtitle')}
              shown={shown}
              dimension="added-by"
              metrics={questions.byOrigin.metrics}
              now={now.byOrigin}
              before={before?.byOrigin ?? null}
              none={text('byOrigin.none')}
            />
            <FigureCard
              title={text('contactsByChannel.title')}
              shown={shown}
              dimension="channel"
              metrics={questions.byChannel.metrics}
              now={now.byChannel}
              before={before?.byChannel ?? null}
              none={text('contacts.none')}
            />
          </>
        ),
        side: <DropOffCard shown={shown} byStep={now.byStep} />,
      })}
    </SectionPage>
  )
}

const parts = [
  { metric: 'contacts_new', tone: 'accent' },
  { metric: 'contacts_returning', tone: 'three' },
] as const

function ContactsByDay({
  shown,
  byDay,
}: {
  readonly shown: Shown
  readonly byDay: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { name } = useMetricText()
  const days = daysIn(byDay)
  const values = byDay.rows.map((row) => parts.map(({ metric }) => countOf(row.metrics, metric)))
  const stack: Stack = {
    kind: 'count',
    parts: parts.map(({ metric, tone }) => ({ name: name(metric), tone })),
    line: null,
    labelEvery: labelStep(days.length),
    points: dayPoints(days, values, [], { ...shown, dayLabel: format.dayLabel }),
  }
  const queryOf: StackQuery = (point, part) => {
    const day = days[point]
    const metric = parts[typeof part === 'number' ? part : 0]?.metric
    return day === undefined || metric === undefined ? null : { metric, scope: shown.scope, key: { day } }
  }
  return (
    // The same contact counts on each day with a conversation of theirs, so the days do not add up: no sums in the key.
    <StackCard
      title={text('contactsByDay.title')}
      label={text('contactsByDay.label')}
      stack={stack}
      metrics={parts.map(({ metric }) => metric)}
      queryOf={queryOf}
      legend="names"
    />
  )
}
