import { useState } from 'react'
import { useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Failed } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { Section } from './Section.tsx'
import './Rejects.css'

const step = 20
const most = 200

/** What arrived and could not be read: kept aside with its reason, never dropped in silence. */
export function Rejects() {
  const text = useText('settings')
  const format = useFormat()
  const [limit, setLimit] = useState(step)
  const { data, failure, again } = useAsk('rejected', [{ after: null, limit }], ['sync'])
  return (
    <Section title={text('rejects.title')} about={text('rejects.about')}>
      {failure !== null && data === undefined && <Failed failure={failure} again={again} />}
      {data?.rows.length === 0 && <p className="rejects-none">{text('rejects.none')}</p>}
      {data?.rows.map((reject) => (
        <details key={`${reject.at} ${reject.reason} ${reject.raw}`} className="reject">
          <summary>
            <span dir="auto">{reject.reason}</span>
            <span className="reject-when">
              {reject.times > 1 && `${format.count(reject.times)}× · `}
              {format.dateTime(reject.at)}
            </span>
          </summary>
          <pre dir="auto">{reject.raw}</pre>
        </details>
      ))}
      {data?.next !== null && data !== undefined && limit < most && (
        <Button quiet onClick={() => setLimit(limit + step)}>
          {text('rejects.more')}
        </Button>
      )}
    </Section>
  )
}
