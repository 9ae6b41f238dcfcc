import type { ReactNode } from 'react'
import type { Coaching } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { useScope, useSelection } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { scoreText } from '../results/scoreText.ts'
import { openSection } from '../sections.ts'
import { CoachingCriteria } from './CoachingCriteria.tsx'
import { Example } from './Example.tsx'
import { ReviewList } from './ReviewList.tsx'
import '../results/results.css'
import './coaching.css'

/** One agent's page for a talk: what they do well, what they could do better, with the messages that show it. */
export function CoachingSection(): ReactNode {
  const text = useText('auditResults')
  const scope = useScope()
  const chosen = useSelection(({ audit }) => audit)
  const query = { scope, scorecard: null, reviewers: [], includePicked: true }
  const reviewed = useAsk('auditResults', [query], ['audits', 'numbers'])
  const agents = reviewed.data?.byAgent.flatMap(({ key }) => key ?? []) ?? []
  const agent = chosen ?? agents[0] ?? null
  if (agent !== null) return <AgentCoaching key={agent} agent={agent} agents={agents} />
  return (
    <div className="page">
      <PageHead title={text('coaching.title')} />
      {reviewed.failure !== null && <Failed failure={reviewed.failure} again={reviewed.again} />}
      {reviewed.data === undefined && reviewed.failure === null && <Loading widths={[60, 50]} />}
      {reviewed.data !== undefined && (
        <div className="results-none">
          <p className="state-what">{text('coaching.nobody')}</p>
          <p>{text('coaching.nobodyHint')}</p>
        </div>
      )}
    </div>
  )
}

interface AgentCoachingProps {
  readonly agent: string
  readonly agents: readonly string[]
}

function AgentCoaching({ agent, agents }: AgentCoachingProps): ReactNode {
  const text = useText('auditResults')
  const scope = useScope()
  const format = useFormat()
  const names = useNames()
  const { data, failure, stale, again } = useAsk('coaching', [{ agent, scope }], ['audits', 'conversations'])
  const choices = agents.includes(agent) ? agents : [agent, ...agents]
  return (
    <div className="page" data-stale={stale || undefined}>
      <PageHead
        title={names.agent(agent)}
        sentence={
          data === undefined || data.score.n === 0
            ? ''
            : text('coaching.sentence', {
                count: data.score.n,
                score: scoreText(data.score.mean, format),
                team: scoreText(data.team.mean, format),
              })
        }
      >
        <Menu
          align="end"
          label={text('coaching.choose')}
          title={text('agent')}
          items={choices.map((id) => ({
            id,
            label: names.agent(id),
            checked: id === agent,
            onPick: () => openSection('agents', id),
          }))}
        />
      </PageHead>
      {failure !== null && <Failed failure={failure} again={again} />}
      {data === undefined && failure === null && <Loading widths={[60, 50, 55]} />}
      {data !== undefined && <Page coaching={data} name={names.agent(agent)} />}
    </div>
  )
}

function Page({ coaching, name }: { readonly coaching: Coaching; readonly name: string }): ReactNode {
  const text = useText('auditResults')
  if (coaching.score.n === 0)
    return (
      <div className="results-none">
        <p className="state-what">{text('coaching.none', { name })}</p>
        <p>{text('coaching.noneHint')}</p>
      </div>
    )
  return (
    <div className="results">
      <div className="results-main">
        <CoachingCriteria coaching={coaching} name={name} />
      </div>
      <div className="results-side">
        {coaching.praise.length > 0 && (
          <Section title={text('coaching.praise')} subtitle={text('coaching.praiseNote')}>
            {coaching.praise.map((example) => (
              <Example key={`${example.review} ${example.message ?? ''} ${example.note}`} example={example} />
            ))}
          </Section>
        )}
        <ReviewList reviews={coaching.reviews} />
      </div>
    </div>
  )
}
