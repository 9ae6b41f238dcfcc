import type { ComponentType } from 'react'
import { goTo, type Place, places, useSelection } from '../selection.ts'
import { useAsk } from '../api.ts'
import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconChecklist,
  IconFileAnalytics,
  IconLayoutDashboard,
  IconMessages,
  IconUsers,
} from '../ui/icons.ts'
import { commandKeys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { initialsOf } from './initials.ts'
import './Rail.css'

export const placeIcons: Readonly<Record<Place, ComponentType>> = {
  overview: IconLayoutDashboard,
  agents: IconUsers,
  chats: IconMessages,
  assignments: IconArrowsLeftRight,
  audits: IconChecklist,
  reports: IconFileAnalytics,
  settings: IconAdjustmentsHorizontal,
}

export function Rail() {
  const text = useText('frame')
  const shown = useSelection((selection) => selection.place)
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const name = workspace?.name ?? ''
  return (
    <nav className="rail" aria-label={text('rail')}>
      <p className="rail-workspace" title={name}>
        <Mark />
        <span dir="auto">{name}</span>
      </p>
      <ul>
        {places.map((place, index) => {
          const PlaceIcon = placeIcons[place]
          return (
            <li key={place}>
              <button
                type="button"
                aria-current={place === shown ? 'page' : undefined}
                title={`${text(`place.${place}`)} (${commandKeys(String(index + 1))})`}
                onClick={() => goTo(place)}
              >
                <PlaceIcon />
                <span>{text(`place.${place}`)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <Person />
    </nav>
  )
}

/** Who sits here; without one, the way to say so. */
function Person() {
  const text = useText('frame')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const me = workspace?.agents.find((agent) => agent.id === settings?.me)
  const name = me?.name ?? text('nobody')
  return (
    <button type="button" className="rail-person" title={name} onClick={() => goTo('settings')}>
      <span className="initials" aria-hidden="true">
        {me === undefined ? '·' : initialsOf(me.name)}
      </span>
      <span dir="auto">{name}</span>
    </button>
  )
}

function Mark() {
  return (
    <svg className="rail-mark" viewBox="0 0 20 20" width={20} height={20} aria-hidden="true">
      <rect width={20} height={20} rx={4} />
      <path d="M7 15V5h7v2.2H9.5v1.9H13v2.1H9.5V15z" />
    </svg>
  )
}
