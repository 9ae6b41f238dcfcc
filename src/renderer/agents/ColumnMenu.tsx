import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { IconColumns3 } from '../ui/icons.ts'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import { columnIds, usualColumns } from './columns.ts'
import { useView } from './view.ts'

/** Which columns the table shows, and whether by team. The last column cannot be taken away. */
export function ColumnMenu(): ReactNode {
  const text = useText('agents')
  const columns = useView((view) => view.columns)
  const show = useView((view) => view.show)
  const grouped = useView((view) => view.grouped)
  const group = useView((view) => view.group)
  const choices = columnIds.map((id) => ({
    id,
    label: text(`choice.${id}`),
    checked: columns.includes(id),
    onPick: () => {
      const next = columns.includes(id) ? columns.filter((one) => one !== id) : [...columns, id]
      if (next.length > 0) show(next)
    },
  }))
  const byTeam = {
    id: 'by team',
    label: text('byTeam'),
    checked: grouped,
    apart: true,
    onPick: () => {
      group(!grouped)
    },
  }
  const usual = {
    id: 'usual',
    label: text('columnsUsual'),
    apart: true,
    onPick: () => {
      show(usualColumns)
    },
  }
  return (
    <Menu
      label={text('columns')}
      align="end"
      trigger={<Button icon={<IconColumns3 />}>{text('columns')}</Button>}
      items={[...choices, byTeam, usual]}
    />
  )
}
