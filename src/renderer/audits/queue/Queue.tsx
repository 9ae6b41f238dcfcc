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
import { partsOf } from './queue.ts'

/** What waits for the reviewer, and the review of what is open. */
export function Queue(): ReactNode {
  return (
    <NeedsScorecard>
      {() => <NeedsReviewer>{(reviewer) => <QueueOf reviewer={reviewer} />}</NeedsReviewer>}
    </NeedsScorecard>
  )
}

function QueueOf({ reviewer }: { readonly reviewer: string }): ReactNode {
  const text = useText('audits')
  const asked = useAsk('queue', [{ reviewer, sample: null }], ['audits', 'conversations'])
  const samples = useAsk('samples', [], ['audits'])
  const audit = useSelection((selection) => selection.audit)
  if (asked.failure !== null)
    return (
      <div className="page">
        <Failed failure={asked.failure} again={asked.again} />
      </div>
    )
  if (asked.data === undefined)
    return (
      <div className="page">
        <Loading />
      </div>
    )
  const parts = partsOf(asked.data)
  const part = parts.find(({ id }) => id === audit) ?? parts[0]
  if (part === undefined)
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
  return (
    <QueueWork
      key={part.id}
      part={part}
      parts={parts}
      sample={samples.data?.find(({ id }) => id === part.id)}
      reviewer={reviewer}
      stale={asked.stale}
    />
  )
}
