import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { assertNever } from '../shared/assertNever.ts'
import type { Failure } from '../shared/contract.ts'
import { answers, listen, useAsk } from './api.ts'
import { Frame } from './frame/Frame.tsx'
import { Stopped } from './frame/Stopped.tsx'
import { showLook } from './look.ts'
import { type Place, useSelection } from './selection.ts'
import { Start } from './start/Start.tsx'
import { Boundary } from './ui/Boundary.tsx'
import { Loading } from './ui/states.tsx'
import './App.css'

// A place is fetched when it is first shown: the first screen waits for its own code only.
const Now = lazy(async () => ({ default: (await import('./now/Now.tsx')).Now }))
const Overview = lazy(async () => ({ default: (await import('./overview/Overview.tsx')).Overview }))
const Agents = lazy(async () => ({ default: (await import('./agents/Agents.tsx')).Agents }))
const Chats = lazy(async () => ({ default: (await import('./chats/Chats.tsx')).Chats }))
const Assignments = lazy(async () => ({
  default: (await import('./assignments/Assignments.tsx')).Assignments,
}))
const Audits = lazy(async () => ({ default: (await import('./audits/Audits.tsx')).Audits }))
const Reports = lazy(async () => ({ default: (await import('./reports/Reports.tsx')).Reports }))
const SettingsPlace = lazy(async () => ({ default: (await import('./settings/Settings.tsx')).Settings }))

export function App() {
  const place = useSelection((selection) => selection.place)
  const workspace = useAsk('workspace', [], ['workspace'])
  const settings = useAsk('settings', [], ['settings'])
  const stopped = useStopped()
  useMinutes()
  useEffect(() => {
    if (settings.data !== undefined) void showLook(settings.data)
  }, [settings.data])

  if (stopped !== null) return <Stopped failure={stopped} />
  const failure = workspace.failure ?? settings.failure
  if (workspace.data === undefined || settings.data === undefined)
    return failure === null ? <FirstMoment /> : <Stopped failure={failure} />
  if (workspace.data.empty) return <Start />
  return (
    <Frame>
      <Boundary key={place}>
        <Suspense fallback={<PlaceLoading />}>{screenOf(place)}</Suspense>
      </Boundary>
    </Frame>
  )
}

function screenOf(place: Place): ReactNode {
  switch (place) {
    case 'now':
      return <Now />
    case 'overview':
      return <Overview />
    case 'agents':
      return <Agents />
    case 'chats':
      return <Chats />
    case 'assignments':
      return <Assignments />
    case 'audits':
      return <Audits />
    case 'reports':
      return <Reports />
    case 'settings':
      return <SettingsPlace />
    default:
      return assertNever(place)
  }
}

function FirstMoment() {
  return (
    <div className="first-moment">
      <Loading />
    </div>
  )
}

function PlaceLoading() {
  return (
    <div className="page">
      <Loading />
    </div>
  )
}

/** The engine stopped by itself: why, and what can be done. */
function useStopped(): Failure | null {
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => listen('stopped', (event) => setFailure(event.failure)), [])
  return failure
}

/** The engine's clock is asked for each minute, so that "9 min ago" stays true when nothing else happens. */
function useMinutes(): void {
  useEffect(() => {
    const minutes = setInterval(() => void answers.invalidateQueries({ queryKey: ['workspace'] }), 60_000)
    return () => clearInterval(minutes)
  }, [])
}
