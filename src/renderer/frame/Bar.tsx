import { useAsk } from '../api.ts'
import { partOf } from '../now/parts.ts'
import { useSelection } from '../selection.ts'
import { IconBell, IconSearch } from '../ui/icons.ts'
import { commandKeys, Keys } from '../ui/Keys.tsx'
import { FilterMenu } from '../ui/Menu.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { CompareMenu } from './CompareMenu.tsx'
import { HoursMenu } from './HoursMenu.tsx'
import { useOpenFlags } from './openFlags.ts'
import { PeriodMenu } from './PeriodMenu.tsx'
import { SyncState } from './SyncState.tsx'
import { ZoneMenu } from './ZoneMenu.tsx'
import './Bar.css'

export interface BarProps {
  readonly openPalette: () => void
  readonly openFlags: () => void
}

/** What every place shares: when, who, how measured; then how far the data reaches, the flags and the search. */
export function Bar({ openPalette, openFlags }: BarProps) {
  const text = useText('frame')
  return (
    <header className="bar">
      <fieldset className="bar-choice" aria-label={text('bar.choice')}>
        <When />
        <i className="bar-line" />
        <Who />
        <i className="bar-line" />
        <ZoneMenu />
        <HoursMenu />
      </fieldset>
      <div className="bar-state">
        <SyncState />
        <FlagsBell onOpen={openFlags} />
        <button type="button" className="bar-button" title={text('bar.search')} onClick={openPalette}>
          <IconSearch />
          <span className="unseen">{text('bar.search')}</span>
          <Keys>{commandKeys('K')}</Keys>
        </button>
      </div>
    </header>
  )
}

/** The period and what it is compared with; where the present moment is shown, only that it is. */
function When() {
  const text = useText('now')
  const now = useSelection(({ place, section }) => place === 'now' && partOf(section) === 'live')
  if (now) return <span className="bar-now">{text('period')}</span>
  return (
    <>
      <PeriodMenu />
      <CompareMenu />
    </>
  )
}

function Who() {
  const text = useText('frame')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { teams, channels, agents, categories, choose } = useSelection()
  if (workspace === undefined) return null
  return (
    <>
      <FilterMenu
        title={text('filter.teams')}
        all={text('filter.allTeams')}
        options={workspace.teams}
        chosen={teams}
        onChange={(chosen) => choose({ teams: chosen })}
      />
      <FilterMenu
        title={text('filter.channels')}
        all={text('filter.allChannels')}
        options={workspace.channels.map(({ id, name, phone }) => ({
          id,
          name,
          ...(phone ? { hint: phone } : {}),
        }))}
        chosen={channels}
        onChange={(chosen) => choose({ channels: chosen })}
      />
      <FilterMenu
        title={text('filter.agents')}
        all={text('filter.allAgents')}
        options={workspace.agents}
        chosen={agents}
        onChange={(chosen) => choose({ agents: chosen })}
      />
      <FilterMenu
        title={text('filter.categories')}
        all={text('filter.allCategories')}
        options={workspace.categories.map((name) => ({ id: name, name }))}
        chosen={categories}
        onChange={(chosen) => choose({ categories: chosen })}
      />
    </>
  )
}

function FlagsBell({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText('frame')
  const format = useFormat()
  const { data } = useOpenFlags()
  const open = data?.open ?? 0
  const label = text('bar.flags', { count: open, shown: format.count(open) })
  return (
    <button type="button" className="bar-button" aria-label={label} title={label} onClick={onOpen}>
      <IconBell />
      {data !== undefined && <span>{format.count(open)}</span>}
    </button>
  )
}
