import { useEffect, useState } from 'react'
import type { Events } from '../../shared/contract.ts'
import { listen } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import './Strip.css'

/** While the past is computed anew: how far it is. What is shown until then is what was known before. */
export function Recomputing() {
  const text = useText('frame')
  const format = useFormat()
  const [work, setWork] = useState<Events['recomputing'] | null>(null)
  useEffect(() => listen('recomputing', (told) => setWork(told.done < told.total ? told : null)), [])
  if (work === null) return null
  const share = work.done / Math.max(work.total, 1)
  return (
    <output className="strip">
      <span>{text('recomputing', { share: format.rate(share, 0) })}</span>
      <progress className="strip-progress" value={share} aria-label={text('recomputingLabel')} />
    </output>
  )
}
