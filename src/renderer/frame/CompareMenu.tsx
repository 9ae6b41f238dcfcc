import { usePreviousScope, useScope, useSelection } from '../selection.ts'
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
  const words = previousWords(now, before, text, format)
  return (
    <Menu
      set={compare}
      label={compare ? text('compare.with', { before: words }) : text('compare.none')}
      title={text('compare.title')}
      items={[
        { id: 'before', label: words, checked: compare, onPick: () => choose({ compare: true }) },
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
