import type { ReactNode } from 'react'
import { useAsk } from '../../api.ts'
import { useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { NeedsScorecard } from '../start/NeedsScorecard.tsx'
import { DrawSample } from './DrawSample.tsx'
import { SampleTable } from './SampleTable.tsx'

/** All samples with how far they are, and the form that draws another. */
export function Samples(): ReactNode {
  const audit = useSelection((selection) => selection.audit)
  return (
    <NeedsScorecard>
      {(scorecards) => (audit === 'new' ? <DrawSample scorecards={scorecards} /> : <AllSamples />)}
    </NeedsScorecard>
  )
}

function AllSamples(): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const { data, failure, again, stale } = useAsk('samples', [], ['audits'])
  const open = data?.filter(({ closed }) => !closed) ?? []
  const left = open.reduce((sum, { items, reviewed }) => sum + items - reviewed, 0)
  return (
    <div className="page" data-stale={stale || undefined}>
      <PageHead
        title={text('section.samples')}
        sentence={
          data !== undefined && data.length > 0
            ? text('samples.sentence', { count: open.length, left: format.count(left) })
            : ''
        }
      >
        <Button primary onClick={() => openSection('samples', 'new')}>
          {text('samples.draw')}
        </Button>
      </PageHead>
      {failure !== null && <Failed failure={failure} again={again} />}
      {failure === null && data === undefined && <Loading />}
      {data?.length === 0 && <Empty why={text('samples.empty')} todo={text('samples.emptyTry')} />}
      {data !== undefined && data.length > 0 && <SampleTable samples={data} />}
    </div>
  )
}
