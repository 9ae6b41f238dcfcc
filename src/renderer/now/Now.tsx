import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconMaximize } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { Announcer } from './Announcer.tsx'
import { Headline } from './Headline.tsx'
import { Live } from './Live.tsx'
import { type Part, partOf, parts } from './parts.ts'
import { useNowAnswer, useNowScope } from './useNowAnswer.ts'
import { Wall } from './Wall.tsx'
import './now.css'

const Planning = lazy(async () => ({ default: (await import('./planning/Planning.tsx')).Planning }))

/** The place Now: who waits, who is busy, what comes in; and what to plan for. `F` shows it as a wall. */
export function Now(): ReactNode {
  const part = useSelection(({ section }) => partOf(section))
  return part === 'live' ? <LivePart /> : <PlanningPart />
}

function LivePart(): ReactNode {
  const text = useText('now')
  const scope = useNowScope('bar')
  const { data: answer, failure, again, stale, behind } = useNowAnswer(scope)
  const [wall, setWall] = useState(false)
  useHotkeys(wall ? {} : { f: () => setWall(true) })
  if (wall && answer !== undefined)
    return <Wall answer={answer} scope={scope} stale={stale} behind={behind} onLeave={() => setWall(false)} />
  return (
    <div className="page now">
      <PageHead
        title={text('title')}
        sentence={answer !== undefined && <Headline answer={answer} behind={behind} />}
      >
        <Parts part="live" />
        <Button icon={<IconMaximize />} keys="F" onClick={() => setWall(true)}>
          {text('wall')}
        </Button>
      </PageHead>
      {answer !== undefined ? (
        <>
          <Live answer={answer} scope={scope} stale={stale} behind={behind} />
          <Announcer answer={answer} />
        </>
      ) : failure === null ? (
        <Loading widths={[88, 92, 84, 90, 78, 86, 80, 88]} />
      ) : (
        <Failed failure={failure} again={again} />
      )}
    </div>
  )
}

function PlanningPart(): ReactNode {
  const text = useText('now')
  const planning = useText('planning')
  return (
    <div className="page now">
      <PageHead title={text('title')} sentence={planning('sentence')}>
        <Parts part="planning" />
      </PageHead>
      <Suspense fallback={<Loading />}>
        <Planning />
      </Suspense>
    </div>
  )
}

/** What is so, and what to plan for. */
function Parts({ part }: { readonly part: Part }): ReactNode {
  const text = useText('now')
  const choose = useSelection((selection) => selection.choose)
  return (
    <nav className="now-parts" aria-label={text('parts')}>
      {parts.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === part ? 'page' : undefined}
          onClick={() => choose({ section: one === 'live' ? null : one })}
        >
          {text(`part.${one}`)}
        </button>
      ))}
    </nav>
  )
}
