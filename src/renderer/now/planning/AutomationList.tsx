import type { ReactNode } from 'react'
import type { Scope } from '../../../shared/contract.ts'
import { addDays } from '../../../shared/period.ts'
import type { AutomationAdvice } from '../../../shared/planning.ts'
import { useAsk } from '../../api.ts'
import { openConversation, useNow } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

const days = 28

/** Frequent questions that several agents answer alike, most of customers' waiting first. */
export function AutomationList({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('planning')
  const known = useNow() > 0
  const asked = { ...scope, from: addDays(scope.from, -days, scope.zone), to: scope.from }
  const { data, failure, again, stale } = useAsk('automation', [{ scope: asked }], [], { enabled: known })
  return (
    <Section
      place="automation"
      title={text('automation.title')}
      subtitle={text('automation.subtitle', { days })}
    >
      {failure !== null ? (
        <Failed failure={failure} again={again} />
      ) : data === undefined ? (
        <Loading widths={[92, 80, 88, 76]} />
      ) : data.length === 0 ? (
        <Empty why={text('automation.none')} todo={text('automation.noneTry')} />
      ) : (
        <Advice advice={data} stale={stale} />
      )}
    </Section>
  )
}

function Advice({
  advice,
  stale,
}: {
  readonly advice: readonly AutomationAdvice[]
  readonly stale: boolean
}): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const waited = advice.reduce((sum, one) => sum + one.waited, 0)
  return (
    <>
      <p className="plan-sentence" data-stale={stale || undefined}>
        {text('automation.sentence', { count: advice.length, waited: format.duration(waited) })}
      </p>
      {/* Rows scroll inside, so they can be reached and moved by keyboard: a stop of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */}
      <div className="plan-rows" tabIndex={0} role="group" aria-label={text('automation.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text('automation.question')}</th>
              <th scope="col" className="figure">
                {text('automation.asked')}
              </th>
              <th scope="col" className="figure">
                {text('automation.agents')}
              </th>
              <th scope="col" className="figure">
                {text('automation.alike')}
              </th>
              <th scope="col" className="figure">
                {text('automation.waited')}
              </th>
              <th scope="col">{text('automation.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {advice.map((one) => (
              <AdviceRow key={`${one.language ?? ''} ${one.question}`} advice={one} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function AdviceRow({ advice }: { readonly advice: AutomationAdvice }): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const { question, answer, language, asked, agents, alike, waited, conversations } = advice
  return (
    <tr>
      <th scope="row">
        <span className="plan-question" dir="auto" lang={language ?? undefined}>
          {question}
        </span>
        <span className="plan-answer" dir="auto" lang={language ?? undefined}>
          {answer}
        </span>
      </th>
      <td className="figure">{format.count(asked)}</td>
      <td className="figure">{format.count(agents)}</td>
      <td className="figure">{format.rate(alike)}</td>
      <td className="figure">{format.duration(waited)}</td>
      <td className="plan-examples">
        {conversations.map((conversation, index) => (
          <button
            key={conversation}
            type="button"
            className="opens"
            aria-label={text('automation.example', { n: index + 1, question })}
            onClick={() => openConversation(conversation)}
          >
            {format.count(index + 1)}
          </button>
        ))}
      </td>
    </tr>
  )
}
