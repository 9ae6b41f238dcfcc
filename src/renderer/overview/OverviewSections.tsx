import type { ReactNode } from 'react'
import type { MetricsAnswer, Scope, Targets } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { Opens } from '../ui/Opens.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { Answered } from './Answered.tsx'
import { BusyHours, hourSpan } from './BusyHours.tsx'
import { type BusyHour, busyHours, peakOf } from './busyHours.ts'
import { Categories } from './Categories.tsx'
import { Channels } from './Channels.tsx'
import { Contacts } from './Contacts.tsx'
import { FailureReasons } from './FailureReasons.tsx'
import { countOf } from './figures.ts'
import { MessageFunnel } from './MessageFunnel.tsx'
import { Section } from './Section.tsx'
import type { OverviewAnswers } from './useOverview.ts'
import { volumeDays } from './volume.ts'
import { VolumeChart, VolumeKey } from './VolumeChart.tsx'

/** The blocks below the tiles. Each lives on its own answer, so that one failure leaves the others standing. */
export function OverviewSections({
  scope,
  answers,
  days,
  before,
  compared,
  today,
  heldFrom,
  times,
  targets,
}: {
  readonly scope: Scope
  readonly answers: OverviewAnswers
  readonly days: MetricsAnswer
  readonly before: MetricsAnswer | null
  readonly compared: boolean
  readonly today: string
  /** The first day held in full; null: all are. */
  readonly heldFrom: string | null
  readonly times: ReadonlyMap<string, number>
  readonly targets: Targets | undefined
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const totals = days.total.metrics
  const drawn = volumeDays({
    days: days.rows,
    byOpener: answers.byOpener.data?.rows ?? [],
    before: before?.rows ?? [],
    today,
    heldFrom,
  })
  const cells = busyHours(answers.byWeekHour.data?.rows ?? [], times)
  const peak = peakOf(cells)
  const contacts = countOf(totals, 'contacts_new') + countOf(totals, 'contacts_returning')
  const categoriesBefore = compared ? (answers.byCategoryBefore.data?.rows ?? null) : null
  return (
    <div className="overview-grid">
      <Section
        place="volume"
        title={text('volume.title')}
        aside={<VolumeKey days={drawn} compared={before !== null} />}
      >
        <Answered asked={answers.byOpener}>
          {() => <VolumeChart scope={scope} days={drawn} compared={before !== null} />}
        </Answered>
      </Section>
      <Section
        place="categories"
        title={text('categories.title')}
        subtitle={format.count(countOf(totals, 'conversations_opened'))}
        aside={categoriesBefore === null ? undefined : text('categories.against')}
      >
        <Answered asked={answers.byCategory}>
          {({ rows }) => <Categories scope={scope} rows={rows} before={categoriesBefore} />}
        </Answered>
      </Section>
      <Section
        place="busy"
        title={text('busy.title')}
        subtitle={text('busy.subtitle')}
        aside={peak === null ? undefined : <Peak peak={peak} />}
      >
        <Answered asked={answers.byWeekHour}>{() => <BusyHours scope={scope} cells={cells} />}</Answered>
        <BusiestDay cells={cells} />
      </Section>
      <div className="overview-stack" style={{ gridArea: 'messages' }}>
        <Section
          title={text('messages.title')}
          subtitle={text('messages.subtitle')}
          aside={text('messages.aside')}
        >
          <MessageFunnel scope={scope} figures={totals} />
        </Section>
        <Section title={text('failed.title')} subtitle={<TotalFailed scope={scope} days={days} />}>
          <Answered asked={answers.byError}>
            {({ rows }) => <FailureReasons scope={scope} rows={rows} />}
          </Answered>
        </Section>
      </div>
      <div className="overview-stack" style={{ gridArea: 'contacts' }}>
        <Section
          title={text('contacts.title')}
          subtitle={format.count(contacts)}
          aside={
            <>
              <span className="contact-new">{text('contacts.new')}</span> {text('contacts.returning')}
            </>
          }
        >
          <Answered asked={answers.byWeek}>{({ rows }) => <Contacts scope={scope} rows={rows} />}</Answered>
        </Section>
        <Section
          title={text('channels.title')}
          subtitle={text('channels.subtitle')}
          aside={text('channels.aside')}
        >
          <Answered asked={answers.byChannel}>
            {({ rows }) => (
              <Channels scope={scope} rows={rows} channels={workspace?.channels ?? []} targets={targets} />
            )}
          </Answered>
        </Section>
      </div>
    </div>
  )
}

function TotalFailed({ scope, days }: { readonly scope: Scope; readonly days: MetricsAnswer }): ReactNode {
  const format = useFormat()
  const failed = countOf(days.total.metrics, 'messages_failed')
  return <Opens query={{ metric: 'messages_failed', scope }}>{format.count(failed)}</Opens>
}

function Peak({ peak }: { readonly peak: BusyHour }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  return text('busy.peak', {
    day: format.weekday(peak.weekday),
    hours: hourSpan(peak),
    mean: (peak.mean ?? 0) < 10 ? format.score(peak.mean) : format.count(peak.mean),
  })
}

/** The weekday with most messages and its busiest hour, in words: what the grid shows for those who cannot see it. */
function BusiestDay({ cells }: { readonly cells: readonly BusyHour[] }): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const all = cells.reduce((sum, cell) => sum + cell.messages, 0)
  // Part of a week has no busiest day worth naming.
  if (all === 0 || cells.some((cell) => cell.hour === 12 && cell.times === 0)) return null
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const hours = cells.filter((cell) => cell.weekday === weekday)
    return { weekday, hours, messages: hours.reduce((sum, cell) => sum + cell.messages, 0) }
  })
  const busiest = days.toSorted((one, other) => other.messages - one.messages)[0]
  const hour = busiest === undefined ? null : peakOf(busiest.hours)
  if (busiest === undefined || hour === null) return null
  return (
    <p className="block-note">
      {text('busy.share', {
        day: format.weekday(busiest.weekday),
        share: format.rate(busiest.messages / all),
        hours: hourSpan(hour),
      })}
    </p>
  )
}
