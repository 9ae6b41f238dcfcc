import { useState, type ReactNode } from 'react'
import type { Conversation, Targets } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { IconChevronLeft, IconChevronRight } from '../ui/icons.ts'
import { useLanguage, useText } from '../ui/text.ts'
import { displayName } from '../ui/displayName.ts'
import { FactList, type Fact } from './FactList.tsx'
import { ChatFlags } from '../flags/ChatFlags.tsx'
import { Because } from './Because.tsx'
import { ContactFacts } from './ContactFacts.tsx'
import type { Names } from './names.ts'
import { waitLevel, waitSeconds } from './waits.ts'
import { episodeAt, type Episode } from './why.ts'

interface FactsProps {
  readonly conversation: Conversation
  readonly targets: Targets
  readonly names: Names
  readonly now: number
  /** The moment a number counts; chooses the episode. Null: the last one. */
  readonly at: number | null
}

/** What is measured of a conversation: times, credit, why it counts, flags, contact. */
export function Facts({ conversation, targets, names, now, at }: FactsProps): ReactNode {
  const text = useText('chats')
  const { episodes } = conversation
  const proposed = episodeAt(episodes, at)
  const [chosen, choose] = useState<number | null>(null)
  const index = chosen !== null && chosen < episodes.length ? chosen : proposed
  const episode = index === null ? undefined : episodes[index]
  return (
    <>
      <Section title={text('facts.times')} aside={text('facts.calendar')}>
        {index !== null && episodes.length > 1 && (
          <EpisodeSwitch index={index} count={episodes.length} onChoose={choose} />
        )}
        <FactList facts={useTimes(conversation, episode, targets, now)} />
      </Section>
      <Section title={text('facts.credit')} aside={text('facts.who')}>
        <FactList facts={useCredit(conversation, episode, names)} />
      </Section>
      {episode && (
        <Section title={text('facts.why')}>
          <Because conversation={conversation} episode={episode} names={names} />
        </Section>
      )}
      <Section title={text('facts.customer')} aside={text('facts.estimate')}>
        <FactList facts={useMood(conversation)} />
      </Section>
      <Section title={text('facts.flags')}>
        {conversation.flags.length === 0 ? (
          <p className="chats-quiet">{text('facts.noFlags')}</p>
        ) : (
          <ChatFlags flags={conversation.flags} />
        )}
      </Section>
      <Section title={text('facts.contact')}>
        <ContactFacts contact={conversation.contact} />
      </Section>
    </>
  )
}

function Section({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className="chats-section">
      <h3>
        {title}
        {aside !== undefined && <span>{aside}</span>}
      </h3>
      {children}
    </section>
  )
}

interface EpisodeSwitchProps {
  readonly index: number
  readonly count: number
  readonly onChoose: (index: number) => void
}

function EpisodeSwitch({ index, count, onChoose }: EpisodeSwitchProps): ReactNode {
  const text = useText('chats')
  return (
    <div className="chats-episode">
      <span>{text('facts.episode')}</span>
      <span className="chats-episode-steps">
        <button
          type="button"
          aria-label={text('facts.earlier')}
          disabled={index === 0}
          onClick={() => onChoose(index - 1)}
        >
          <IconChevronLeft />
        </button>
        {text('facts.episodeOf', { at: index + 1, total: count })}
        <button
          type="button"
          aria-label={text('facts.later')}
          disabled={index === count - 1}
          onClick={() => onChoose(index + 1)}
        >
          <IconChevronRight />
        </button>
      </span>
    </div>
  )
}

function useTimes(
  conversation: Conversation,
  episode: Episode | undefined,
  targets: Targets,
  now: number,
): readonly Fact[] {
  const text = useText('chats')
  const format = useFormat()
  const { row, counts, waits } = conversation
  const waiting = waits.find((wait) => wait.to === null)
  const level = (seconds: number | null | undefined, target: number | null) => waitLevel(seconds ?? 0, target)
  const facts: Fact[] = [
    { label: text('facts.opened'), value: format.dateTime(episode?.openedAt ?? row.openedAt) },
    {
      label: text('facts.firstResponse'),
      value: format.duration(episode?.firstResponse),
      level: level(episode?.firstResponse, targets.firstResponse),
    },
    {
      label: text('facts.nextResponse'),
      value: format.duration(episode?.nextResponseMedian),
      level: level(episode?.nextResponseMedian, targets.nextResponse),
    },
    { label: text('facts.toAssignment'), value: format.duration(episode?.timeToAssignment) },
    {
      label: text('facts.resolution'),
      value: format.duration(episode?.resolution),
      level: level(episode?.resolution, targets.resolution),
    },
  ]
  if (waiting) {
    const seconds = waitSeconds(waiting, now)
    const target = waiting.first ? targets.firstResponse : targets.nextResponse
    facts.push({
      label: text('facts.waiting'),
      value: format.duration(seconds),
      level: waitLevel(seconds, target),
    })
  }
  facts.push({
    label: text('facts.messages'),
    value: text(counts.failed > 0 ? 'facts.countsFailed' : 'facts.counts', {
      in: format.count(counts.in),
      out: format.count(counts.out),
      failed: format.count(counts.failed),
    }),
  })
  return facts
}

function useCredit(conversation: Conversation, episode: Episode | undefined, names: Names): readonly Fact[] {
  const text = useText('chats')
  const { row } = conversation
  const person = (id: string | null | undefined) => (id ? names.agent(id) : '–')
  return [
    { label: text('facts.firstResponse'), value: person(episode?.firstResponder) },
    { label: text('facts.resolution'), value: person(episode?.resolvedBy) },
    { label: text('facts.assigned'), value: row.agent ? names.agent(row.agent) : text('facts.nobody') },
    ...(row.team ? [{ label: text('facts.team'), value: names.team(row.team) }] : []),
    ...(row.category ? [{ label: text('facts.category'), value: row.category }] : []),
    { label: text('facts.state'), value: text(`state.${row.state}`) },
  ]
}

/** How the customer wrote, and in which language. */
function useMood({ sentiment, language }: Conversation): readonly Fact[] {
  const text = useText('chats')
  const reader = useLanguage()
  return [
    { label: text('facts.mood'), value: text(`sentiment.${sentiment ?? 'unscored'}`) },
    ...(language === null
      ? []
      : [{ label: text('facts.language'), value: displayName('language', language, reader) }]),
  ]
}
