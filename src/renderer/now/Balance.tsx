import { Fragment, type ReactNode } from 'react'
import type { BalanceAdvice, NowAnswer } from '../../shared/live.ts'
import { displayName } from '../ui/displayName.ts'
import type { Names } from '../chats/names.ts'
import { Name, Phrase } from '../chats/Phrase.tsx'
import { openConversation } from '../selection.ts'
import { Section } from '../ui/Section.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { Press } from './Press.tsx'
import { useScreen } from './screen.ts'

/** Pieces of advice that are read; more would not be. */
const listed = { desk: 3, wall: 1 }
/** Customers named in one; of more the number is said. */
const named = 4

/** What could be moved to whom, in sentences. */
export function Balance({ answer, names }: { readonly answer: NowAnswer; readonly names: Names }): ReactNode {
  const text = useText('now')
  const { balance, agents } = answer
  const { wall } = useScreen()
  const capacities = new Map(agents.map(({ agent, capacity }) => [agent, capacity]))
  return (
    <Section title={text('balance.title')}>
      {balance.length === 0 ? (
        <p className="now-calm">{text('balance.none')}</p>
      ) : (
        balance.slice(0, listed[wall ? 'wall' : 'desk']).map((advice) => (
          <p key={`${advice.from ?? ''} ${advice.to}`} className="now-advice">
            <Advice
              advice={advice}
              names={names}
              over={Math.max(0, advice.fromBefore - (capacities.get(advice.from ?? '') ?? Infinity))}
            />
          </p>
        ))
      )}
    </Section>
  )
}

interface AdviceProps {
  readonly advice: BalanceAdvice
  readonly names: Names
  /** By how many the giver is over the limit. */
  readonly over: number
}

function Advice({ advice, names, over }: AdviceProps): ReactNode {
  const text = useText('now')
  const reader = useLanguage()
  const { wall } = useScreen()
  const count = advice.conversations.length
  const parts = {
    from: <Name>{advice.from === null ? '' : names.agent(advice.from)}</Name>,
    to: <Name>{names.agent(advice.to)}</Name>,
    chats: <Chats advice={advice} />,
  }
  const { from, fromBefore, fromAfter, toBefore, toAfter } = advice
  const language = advice.language === null ? null : displayName('language', advice.language, reader)
  const say = (key: string, values: Readonly<Record<string, string | number>>) => (
    <Phrase text={text(`balance.${key}`, values)} parts={parts} />
  )
  if (wall) return say(from === null ? 'wallTake' : 'wallGive', { fromBefore, toBefore })
  return (
    <>
      {over > 0 && <>{say('over', { count: over })} </>}
      {from === null
        ? say('take', { count, toBefore, toAfter })
        : say('give', { count, fromAfter, toBefore, toAfter })}
      {language !== null && <> {say('language', { language })}</>}
    </>
  )
}

/** The chats by their customers' names, each leading there; on the wall and of very many the number. */
function Chats({ advice }: { readonly advice: BalanceAdvice }): ReactNode {
  const text = useText('now')
  const language = useLanguage()
  const { wall } = useScreen()
  const { conversations } = advice
  const count = conversations.length
  if (wall || count > named) return text('balance.chats', { count })
  const places = conversations.map((_conversation, index) => String(index))
  return new Intl.ListFormat(language).formatToParts(places).map(({ type, value }, index) => {
    const chat = type === 'element' ? conversations[Number(value)] : undefined
    if (chat === undefined) {
      // oxlint-disable-next-line react/no-array-index-key -- a word of a sentence is its place
      return <Fragment key={index}>{value}</Fragment>
    }
    const name = chat.name || text('unnamed')
    return (
      <Press
        key={chat.conversation}
        label={text('open', { name })}
        onPress={() => openConversation(chat.conversation)}
      >
        <Name>{name}</Name>
      </Press>
    )
  })
}
