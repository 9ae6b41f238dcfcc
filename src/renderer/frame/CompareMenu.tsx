import { previousPeriod } from '../../shared/period.ts'
import { useIsComparable, usePreviousScope, useScope, useSelection } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import { previousWords } from './previousWords.ts'

/** Whether figures are compared with the period before. */
export function CompareMenu() {
  const text = useText('frame')
  const format = useFormat()
  const { compare, choose } = useSelection()
  const now = useScope()
  const before = usePreviousScope()
  const isComparable = useIsComparable()
  // The words name the whole period before, also while only as much of it is compared as has passed of this one.
  const whole = previousPeriod(now.from, now.to, now.zone)
  const words = previousWords(now, whole, text, format)
  const hint = !isComparable ? text('compare.notHeld') : before.to < whole.to ? text('compare.asFar') : null
  return (
    <Menu
      set={compare}
      label={compare && isComparable ? text('compare.with', { before: words }) : text('compare.none')}
      title={text('compare.title')}
      items={[
        {
          id: 'before',
          label: words,
          ...(hint === null ? {} : { hint }),
          checked: compare,
          onPick: () => choose({ compare: true }),
        },
        {
          id: 'none',
          label: text('compare.none'),
          checked: !compare,
          onPick: () => choose({ compare: false }),
        },
      ]}
    />
  )
}
