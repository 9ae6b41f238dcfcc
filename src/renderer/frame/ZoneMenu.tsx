import { useAsk } from '../api.ts'
import { useSelection, useZone } from '../selection.ts'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'

/** The zone days and hours are counted in. */
export function ZoneMenu() {
  const text = useText('frame')
  const zone = useZone()
  const { zone: chosen, choose } = useSelection()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const usual = settings?.zone ?? workspace?.zone ?? 'UTC'
  return (
    <Menu
      set={chosen !== null && chosen !== usual}
      label={zoneWord(zone)}
      title={text('zone.title')}
      items={[
        {
          id: 'usual',
          label: zoneWord(usual),
          hint: text('zone.usual'),
          checked: zone === usual,
          onPick: () => choose({ zone: null }),
        },
        ...allZones(usual).map((id, index) => ({
          id,
          label: zoneWord(id),
          hint: id.split('/')[0] ?? '',
          checked: id === zone,
          apart: index === 0,
          onPick: () => choose({ zone: id }),
        })),
      ]}
    />
  )
}

/** `Europe/Berlin` is said "Berlin". */
export function zoneWord(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** This machine's zone and UTC first, then every other by name. */
export function allZones(without: string): readonly string[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const rest = Intl.supportedValuesOf('timeZone')
  return [...new Set([here, 'UTC', ...rest])].filter((zone) => zone !== without)
}
