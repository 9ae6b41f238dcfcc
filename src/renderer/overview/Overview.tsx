import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { dayKey } from '../../shared/period.ts'
import { type Asked, useAsk } from '../api.ts'
import { goTo, useComparedScope, useNow, useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconFileText } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useText } from '../ui/text.ts'
import { AutomationSection } from './AutomationSection.tsx'
import { CampaignsSection } from './CampaignsSection.tsx'
import { ContactsSection } from './ContactsSection.tsx'
import { ConversationsSection } from './ConversationsSection.tsx'
import { Headline } from './Headline.tsx'
import { headlineOf } from './headline.ts'
import { MessagesSection } from './MessagesSection.tsx'
import { heldFrom } from './partial.ts'
import { QualitySection } from './QualitySection.tsx'
import type { SectionAnswers } from './sectionAnswers.ts'
import { type SectionId, sectionOf, sections } from './sections.ts'
import type { Shown } from './shown.ts'
import { useSection } from './useSection.ts'
import './blocks.css'
import './overview.css'

/** What the sentence in the head needs, and whether there is anything at all. */
const questions = {
  totals: {
    by: [],
    metrics: [
      'conversations_opened',
      'first_response_time',
      'resolution_time',
      'csat_score',
      'failure_rate',
      'messages_received',
      'messages_sent',
      'conversations_closed',
    ],
  },
} as const

/** How the period went, part by part; each figure opens its conversations. */
export function Overview(): ReactNode {
  const text = useText('overview')
  const scope = useScope()
  const previous = useComparedScope()
  const now = useNow()
  const asked = useSection(questions, scope, previous)
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: health } = useAsk('syncHealth', [], ['sync'])
  const held = heldFrom(health, scope.from, Math.min(scope.to, now))
  const shown: Shown = {
    scope,
    previous,
    targets: settings?.targets,
    today: dayKey(now, scope.zone),
    now,
    heldFrom: held === null ? null : firstWholeDay(held, scope.zone),
  }
  return (
    <div className="page overview">
      <PageHead
        title={text('title')}
        sentence={
          asked.data !== undefined && (
            <Head
              data={asked.data}
              shown={shown}
              heldFrom={held === null ? null : dayKey(held, scope.zone)}
            />
          )
        }
      >
        <Button icon={<IconFileText />} onClick={() => goTo('reports')}>
          {text('report')}
        </Button>
      </PageHead>
      <Parts asked={asked} shown={shown} />
    </div>
  )
}

function Head({
  data,
  shown,
  heldFrom: from,
}: {
  readonly data: SectionAnswers<'totals'>
  readonly shown: Shown
  readonly heldFrom: string | null
}): ReactNode {
  const { scope, now, targets } = shown
  const before = data.before?.totals.total.metrics ?? null
  return (
    <Headline
      headline={headlineOf(data.now.totals.total.metrics, before, targets)}
      days={Math.round((scope.to - scope.from) / 86_400_000)}
      unfinished={now < scope.to}
      heldFrom={from}
    />
  )
}

function Parts({
  asked,
  shown,
}: {
  readonly asked: Asked<SectionAnswers<'totals'>>
  readonly shown: Shown
}): ReactNode {
  const text = useText('overview')
  const chosen = useSelection((selection) => sectionOf(selection.section))
  const choose = useSelection((selection) => selection.choose)
  if (asked.data === undefined)
    return asked.failure === null ? <Loading /> : <Failed failure={asked.failure} again={asked.again} />
  const silent = Object.values(asked.data.now.totals.total.metrics).every((figure) =>
    'value' in figure ? (figure.value ?? 0) === 0 : figure.count === 0,
  )
  if (silent) return <NothingHere />
  return (
    <Tabs
      label={text('sections')}
      tabs={sections.map((id) => ({ id, name: text(`section.${id}`) }))}
      chosen={chosen}
      onChange={(section) => choose({ section: section === sections[0] ? null : section })}
    >
      {partOf(chosen, shown)}
    </Tabs>
  )
}

function partOf(section: SectionId, shown: Shown): ReactNode {
  switch (section) {
    case 'conversations':
      return <ConversationsSection shown={shown} />
    case 'messages':
      return <MessagesSection shown={shown} />
    case 'contacts':
      return <ContactsSection shown={shown} />
    case 'automation':
      return <AutomationSection shown={shown} />
    case 'campaigns':
      return <CampaignsSection shown={shown} />
    case 'quality':
      return <QualitySection shown={shown} />
    default:
      return assertNever(section)
  }
}

/** Nothing in the period, or nothing at all yet: why, and what to do. */
function NothingHere(): ReactNode {
  const text = useText('overview')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  if (workspace?.span === null) {
    return (
      <Empty why={text('empty.workspace')} todo={text('empty.workspaceTry')}>
        <Button onClick={() => goTo('settings')}>{text('empty.settings')}</Button>
      </Empty>
    )
  }
  return <Empty why={text('empty.period')} todo={text('empty.periodTry')} />
}

/** The first day that is held from its beginning: the one after, unless the data begins at midnight. */
function firstWholeDay(held: number, zone: string): string {
  return dayKey(held - 1, zone) === dayKey(held, zone) ? dayKey(held + 86_400_000, zone) : dayKey(held, zone)
}
