import type { ReactNode } from 'react'
import { useAsk } from '../../api.ts'
import { useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { NeedsScorecard } from '../start/NeedsScorecard.tsx'
import { NeedsReviewer } from '../start/NeedsReviewer.tsx'
import { TogetherButtons } from '../together/TogetherButtons.tsx'
import { QueueWork } from './QueueWork.tsx'
import { partsOf, sampleOf } from './queue.ts'

/** What waits for the reviewer, and the review of what is open. */
export function Queue(): ReactNode {
  return (
    <NeedsScorecard>
      {() => <NeedsReviewer>{(reviewer) => <QueueOf reviewer={reviewer} />}</NeedsReviewer>}
    </NeedsScorecard>
  )
}

function QueueOf({ reviewer }: { readonly reviewer: string }): ReactNode {
  const audit = useSelection((selection) => selection.audit)
  const samples = useAsk('samples', [], ['audits'])
  const own = useAsk('queue', [{ reviewer, sample: null }], ['audits', 'conversations'])
  const parts = partsOf(own.data ?? [])
  const sample = sampleOf(samples.data, audit)
  // Closed, or for others to review: it can be read, but does not wait for this reviewer.
  const isElsewhere = own.data !== undefined && sample !== undefined && parts.every(({ id }) => id !== audit)
  const other = useAsk('queue', [{ reviewer: null, sample: audit }], ['audits', 'conversations'], {
    enabled: isElsewhere,
  })
  const asked = isElsewhere ? other : own
  if (asked.failure !== null)
    return (
      <div className="page">
        <Failed failure={asked.failure} again={asked.again} />
      </div>
    )
  if (asked.data === undefined || (isElsewhere && asked.stale))
    return (
      <div className="page">
        <Loading />
      </div>
    )
  const elsewhere = isElsewhere ? partsOf(asked.data) : []
  const all = [...elsewhere, ...parts]
  const part = elsewhere[0] ?? parts.find(({ id }) => id === audit) ?? parts[0]
  if (part === undefined) return <NothingWaits reviewer={reviewer} />
  return (
    <QueueWork
      key={part.id}
      part={part}
      parts={all}
      sample={sampleOf(samples.data, part.id)}
      reviewer={reviewer}
      stale={asked.stale}
    />
  )
}

function NothingWaits({ reviewer }: { readonly reviewer: string }): ReactNode {
  const text = useText('audits')
  return (
    <div className="page">
      <h1 className="unseen">{text('section.queue')}</h1>
      <Empty why={text('queue.empty', { reviewer })} todo={text('queue.emptyTry')}>
        <span className="audit-empty-buttons">
          <Button primary onClick={() => openSection('samples', 'new')}>
            {text('samples.draw')}
          </Button>
          <TogetherButtons reviewer={reviewer} />
        </span>
      </Empty>
    </div>
  )
}
