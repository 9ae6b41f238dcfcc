import type { ReactNode } from 'react'
import { PageHead } from '../ui/PageHead.tsx'
import { useText } from '../ui/text.ts'

/** The place Now: who waits, who is busy, what comes in. */
export function Now(): ReactNode {
  const text = useText('now')
  return (
    <div className="page">
      <PageHead title={text('title')} />
    </div>
  )
}
