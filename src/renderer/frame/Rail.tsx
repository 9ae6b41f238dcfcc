import type { ComponentType } from 'react'
import type { ReviewState } from '../../shared/audits.ts'
import { goTo, type Place, places, useSelection } from '../selection.ts'
import { useAsk } from '../api.ts'
import { useTick } from '../now/ticker.ts'
import { useNowAnswer, useNowScope } from '../now/useNowAnswer.ts'
import { overTargetAt } from '../now/waits.ts'
import {
  IconAdjustmentsHorizontal,
  IconArrowsLeftRight,
  IconBroadcast,
  IconChecklist,
  IconFileAnalytics,
  IconLayoutDashboard,
  IconMessages,
  IconUsers,
} from '../ui/icons.ts'
import { useFormat } from '../ui/format.ts'
import { commandKeys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { initialsOf } from './initials.ts'
import './Rail.css'

export const placeIcons: Readonly<Record<Place, ComponentType>> = {
  now: IconBroadcast,
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
                {place === 'now' && <Overdue live={shown === 'now'} />}
                {place === 'audits' && <Waiting />}
              </button>
            </li>
          )
        })}
      </ul>
      <Person />
    </nav>
  )
}

/** How many customers wait longer than the target, whatever the bar says: nobody is filtered away. */
function Overdue({ live }: { readonly live: boolean }) {
  const text = useText('now')
  const format = useFormat()
  const scope = useNowScope('none')
  const { data } = useNowAnswer(scope, !live)
  const count = useTick((now) => (data === undefined ? 0 : overTargetAt(data, now)))
  if (count === 0) return null
  return (
    <span className="rail-count rail-overdue">
      {format.count(count)} <span className="unseen">{text('overdue')}</span>
    </span>
  )
}

/** How many reviews wait for whoever reviews here. */
function Waiting() {
  const text = useText('frame')
  const format = useFormat()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const reviewer = settings?.reviewer ?? null
  const { data } = useAsk('queue', [{ reviewer, sample: null }], ['audits'], { enabled: reviewer !== null })
  const count = data?.filter(({ state }) => waits.has(state)).length ?? 0
  if (reviewer === null || count === 0) return null
  return (
    <span className="rail-count">
      {format.count(count)} <span className="unseen">{text('waiting')}</span>
    </span>
  )
}

const waits: ReadonlySet<ReviewState> = new Set(['open', 'draft', 'disputed'])

/** Who sits here; without one, the way to say so. */
function Person() {
  const text = useText('frame')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const me = workspace?.agents.find((agent) => agent.id === settings?.me)
  const known = me?.name ?? settings?.reviewer ?? null
  const name = known ?? text('nobody')
  return (
    <button type="button" className="rail-person" title={name} onClick={() => goTo('settings')}>
      <span className="initials" aria-hidden="true">
        {known === null ? '·' : initialsOf(known)}
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
