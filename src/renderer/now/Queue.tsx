import type { ReactNode } from 'react'
import type { NowAnswer } from '../../shared/live.ts'
import type { Names } from '../chats/names.ts'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { useText } from '../ui/text.ts'
import { openUnassigned } from './opening.ts'
import { Press } from './Press.tsx'
import { useScreen } from './screen.ts'
import { secondsSince, useTick } from './ticker.ts'
import { WaitTime } from './WaitTime.tsx'

interface QueueProps {
  readonly answer: NowAnswer
  readonly names: Names
}

/** How many are listed; the rest is behind the count. */
const listed = { desk: 4, wall: 3 }

/** Who waits and belongs to nobody, each with who could take it. */
export function Queue({ answer, names }: QueueProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { unassigned, target } = answer
  const { wall } = useScreen()
  const rows = unassigned.rows.slice(0, listed[wall ? 'wall' : 'desk'])
  const heldBy = new Map(answer.agents.map(({ agent, held }) => [agent, held]))
  return (
    <Section
      title={text('unassigned.title')}
      subtitle={
        unassigned.total > 0 && (
          <>
            <Press onPress={openUnassigned}>{format.count(unassigned.total)}</Press>
            {rows[0] !== undefined && !wall && <Oldest since={rows[0].since} />}
          </>
        )
      }
      aside={
        !wall && rows.some(({ suggested }) => suggested !== null) ? text('unassigned.suggested') : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="now-calm">
          {text(unassigned.total === 0 ? 'unassigned.none' : 'unassigned.nobodyWaits')}
        </p>
      ) : (
        <ul className="now-list">
          {rows.map((row) => (
            <QueueLine
              key={row.conversation}
              row={row}
              target={target}
              agent={row.suggested === null ? null : names.agent(row.suggested)}
              held={row.suggested === null ? null : (heldBy.get(row.suggested) ?? null)}
            />
          ))}
        </ul>
      )}
      {unassigned.waiting > rows.length && !wall && (
        <p className="now-more">
          <Press onPress={openUnassigned}>
            {text('unassigned.more', { count: unassigned.waiting - rows.length })}
          </Press>
        </p>
      )}
    </Section>
  )
}

function Oldest({ since }: { readonly since: number }): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const seconds = useTick((now) => secondsSince(since, now))
  return text('unassigned.oldest', { length: format.duration(seconds) })
}

interface QueueLineProps {
  readonly row: NowAnswer['unassigned']['rows'][number]
  readonly target: number
  readonly agent: string | null
  readonly held: number | null
}

function QueueLine({ row, target, agent, held }: QueueLineProps): ReactNode {
  const text = useText('now')
  const { wall } = useScreen()
  const name = row.contact.name || text('unnamed')
  return (
    <li className="queue-line">
      <WaitTime since={row.since} target={target} />
      {!wall && (
        <button
          type="button"
          className="row-opens"
          aria-label={text('open', { name })}
          onClick={() => openConversation(row.conversation)}
        >
          <bdi>{name}</bdi>
        </button>
      )}
      <span className="queue-to">
        {agent === null ? (
          text('unassigned.nobodyFree')
        ) : (
          <>
            <span className="queue-arrow">→</span> <bdi>{agent}</bdi>
            {held !== null && !wall && (
              <span className="third"> · {text('unassigned.open', { count: held })}</span>
            )}
          </>
        )}
      </span>
    </li>
  )
}
