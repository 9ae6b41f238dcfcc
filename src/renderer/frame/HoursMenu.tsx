import { hoursKinds } from '../../shared/contract.ts'
import { useSelection } from '../selection.ts'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'

/** Whether durations count every hour or working hours only. */
export function HoursMenu() {
  const text = useText('frame')
  const { hours, choose } = useSelection()
  return (
    <Menu
      set={hours !== 'calendar'}
      label={text(`hours.${hours}`)}
      title={text('hours.title')}
      items={hoursKinds.map((kind) => ({
        id: kind,
        label: text(`hours.${kind}`),
        hint: text(`hours.${kind}Hint`),
        checked: kind === hours,
        onPick: () => choose({ hours: kind }),
      }))}
    />
  )
}
