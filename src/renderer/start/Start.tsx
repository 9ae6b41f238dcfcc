import { goTo } from '../selection.ts'
import { useText } from '../ui/text.ts'
import { Notices } from '../ui/Notices.tsx'
import { AddSource } from './AddSource.tsx'
import './Start.css'

/** The first screen of an empty workspace: three ways in, no tour. */
export function Start() {
  const text = useText('start')
  return (
    <main className="start">
      <h1>{text('title')}</h1>
      <p className="start-sentence">{text('sentence')}</p>
      <AddSource sample onAdded={(kind) => goTo(kind === 'sample' ? 'overview' : 'settings')} />
      <p className="start-foot">{text('foot')}</p>
      <Notices />
    </main>
  )
}
