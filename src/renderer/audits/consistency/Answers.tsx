import type { ReactNode } from 'react'
import type { DivergenceKind, QuestionCluster } from '../../../shared/audits.ts'
import { useNames } from '../../chats/names.ts'
import { openConversation } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'

type Answer = QuestionCluster['answers'][number]

/** What each agent answers, side by side; values that contradict another agent's are marked. */
export function Answers({ cluster }: { readonly cluster: QuestionCluster }): ReactNode {
  const kinds = new Set(cluster.divergences.map(({ kind }) => kind))
  return (
    <div className="consistency-answers">
      {cluster.answers.map((answer) => (
        <AgentAnswer key={answer.agent} answer={answer} divergent={kinds} language={cluster.language} />
      ))}
    </div>
  )
}

interface AgentAnswerProps {
  readonly answer: Answer
  readonly divergent: ReadonlySet<DivergenceKind>
  readonly language: string | null
}

function AgentAnswer({ answer, divergent, language }: AgentAnswerProps): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const names = useNames()
  return (
    <section aria-label={names.agent(answer.agent)}>
      <h3>
        <bdi>{names.agent(answer.agent)}</bdi> <small>{format.count(answer.count)}</small>
      </h3>
      {answer.says.length > 0 && (
        <ul className="consistency-says">
          {answer.says.map(({ kind, value }) => (
            <li key={`${kind} ${value}`} data-divergent={divergent.has(kind) || undefined}>
              {text(`consistency.kind.${kind}`)}{' '}
              <bdi>{kind === 'yes_no' ? text(`consistency.value.${value}`) : value}</bdi>
            </li>
          ))}
        </ul>
      )}
      {answer.examples.map((example) => (
        <figure key={`${example.conversation} ${example.at}`}>
          <blockquote dir="auto" lang={language ?? undefined}>
            {example.answer}
          </blockquote>
          <figcaption>
            <button type="button" className="opens" onClick={() => openConversation(example.conversation)}>
              {format.dateTime(example.at)}
              <span className="unseen">, {text('consistency.example')}</span>
            </button>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
