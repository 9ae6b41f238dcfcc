import type { ReactNode } from 'react'
import type { PagedState } from '../pagedAnswers.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

interface MoreRowsProps {
  readonly asked: PagedState<{ readonly total: number }>
  readonly shown: number
}

/** How much of a list is shown, and the way to more of it. */
export function MoreRows({ asked, shown }: MoreRowsProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const total = asked.first?.total ?? shown
  return (
    <p className="more-rows">
      <span>
        {shown < total
          ? text('more.shown', { shown: format.count(shown), count: total, total: format.count(total) })
          : text('more.all', { count: total, total: format.count(total) })}
      </span>
      {asked.moreFailed && <span role="alert">{text('more.failed')}</span>}
      {(asked.hasMore || asked.moreFailed) && <Button onClick={asked.more}>{text('more.more')}</Button>}
    </p>
  )
}
