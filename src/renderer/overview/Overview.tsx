import { type ReactNode, useMemo } from 'react'
import { dayKey, hourOf, weekdayOf } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { goTo, useNow, usePreviousScope, useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconFileText } from '../ui/icons.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useText } from '../ui/text.ts'
import { Headline } from './Headline.tsx'
import { headlineOf } from './headline.ts'
import { occurrences } from './busyHours.ts'
import { OverviewSections } from './OverviewSections.tsx'
import { OverviewTiles } from './OverviewTiles.tsx'
import { heldFrom } from './partial.ts'
import { useOverview } from './useOverview.ts'
import './blocks.css'
import './overview.css'

/** How the period went: what came in, how fast it was answered, what failed; each figure opens its conversations. */
export function Overview(): ReactNode {
  const text = useText('overview')
  const scope = useScope()
  const previous = usePreviousScope()
  const compared = useSelection((selection) => selection.compare)
  const now = useNow()
  const answers = useOverview(scope, compared ? previous : null)
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: health } = useAsk('syncHealth', [], ['sync'])
  const { from, to, zone } = scope
  const times = useMemo(
    () =>
      occurrences(from, Math.min(to, now), (at) => ({
        weekday: weekdayOf(at, zone),
        hour: hourOf(at, zone),
      })),
    [from, to, zone, now],
  )
  const held = heldFrom(health, from, Math.min(to, now))
  const { byDay, byDayBefore } = answers
  const before = compared ? (byDayBefore.data ?? null) : null
  const report = (
    <Button
      icon={<IconFileText />}
      onClick={() => {
        goTo('reports')
      }}
    >
      {text('report')}
    </Button>
  )
  if (byDay.data === undefined) {
    return (
      <div className="page overview">
        <PageHead title={text('title')}>{report}</PageHead>
        {byDay.failure === null ? <Loading /> : <Failed failure={byDay.failure} again={byDay.again} />}
      </div>
    )
  }
  const headline = headlineOf(byDay.data.total.metrics, before?.total.metrics ?? null, settings?.targets)
  const silent = Object.values(byDay.data.total.metrics).every((figure) =>
    'value' in figure ? (figure.value ?? 0) === 0 : figure.count === 0,
  )
  return (
    <div className="page overview">
      <PageHead
        title={text('title')}
        sentence={
          <Headline
            headline={headline}
            days={before?.rows.length ?? 0}
            unfinished={now < to}
            heldFrom={held === null ? null : dayKey(held, zone)}
          />
        }
      >
        {report}
      </PageHead>
      {silent ? (
        <NothingHere />
      ) : (
        <>
          <div data-stale={byDay.stale || undefined}>
            <OverviewTiles scope={scope} now={byDay.data} before={before} targets={settings?.targets} />
          </div>
          <OverviewSections
            scope={scope}
            answers={answers}
            days={byDay.data}
            before={before}
            compared={compared}
            today={dayKey(now, zone)}
            heldFrom={held === null ? null : firstWholeDay(held, zone)}
            times={times}
            targets={settings?.targets}
          />
        </>
      )}
    </div>
  )
}

/** Nothing in the period, or nothing at all yet: why, and what to do. */
function NothingHere(): ReactNode {
  const text = useText('overview')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  if (workspace?.span === null) {
    return (
      <Empty why={text('empty.workspace')} todo={text('empty.workspaceTry')}>
        <Button
          onClick={() => {
            goTo('settings')
          }}
        >
          {text('empty.settings')}
        </Button>
      </Empty>
    )
  }
  return <Empty why={text('empty.period')} todo={text('empty.periodTry')} />
}

/** The first day that is held from its beginning: the one after, unless the data begins at midnight. */
function firstWholeDay(held: number, zone: string): string {
  return dayKey(held - 1, zone) === dayKey(held, zone) ? dayKey(held + 86_400_000, zone) : dayKey(held, zone)
}
