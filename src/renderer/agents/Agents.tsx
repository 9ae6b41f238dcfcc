import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useScope, useSelection } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { AgentPage } from './AgentPage.tsx'
import { standouts, type TeamGroup, teamGroups } from './agentRows.ts'
import { AgentTable } from './AgentTable.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { useAgents } from './useAgents.ts'
import { useView } from './view.ts'
import '../overview/blocks.css'
import './agents.css'

/** Everybody by team, or the page of one agent. */
export function Agents(): ReactNode {
  const agentPage = useSelection((selection) => selection.agentPage)
  return agentPage === null ? <EveryAgent /> : <AgentPage key={agentPage} id={agentPage} />
}

function EveryAgent(): ReactNode {
  const text = useText('agents')
  const language = useLanguage()
  const scope = useScope()
  const sort = useView((view) => view.sort)
  const columns = useView((view) => view.columns)
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { byAgent, byTeam, byAgentAndWeek } = useAgents(scope, columns)
  const failed = [byAgent, byTeam].find((asked) => asked.data === undefined && asked.failure !== null)
  if (failed?.failure) {
    return (
      <div className="page agents">
        <PageHead title={text('title')} />
        <Failed failure={failed.failure} again={failed.again} />
      </div>
    )
  }
  if (byAgent.data === undefined || byTeam.data === undefined || workspace === undefined) {
    return (
      <div className="page agents">
        <PageHead title={text('title')} />
        <Loading />
      </div>
    )
  }
  const groups = teamGroups({
    workspace,
    byAgent: byAgent.data.rows,
    byTeam: byTeam.data.rows,
    byAgentAndWeek: byAgentAndWeek.data?.rows ?? [],
    sort,
    language,
  })
  return (
    <div className="page agents">
      <PageHead title={text('title')} sentence={<Sentence groups={groups} />}>
        <ColumnMenu />
      </PageHead>
      {groups.length === 0 ? (
        <Empty why={text('empty.agents')} todo={text('empty.agentsTry')} />
      ) : (
        <div data-stale={byAgent.stale || byTeam.stale || undefined}>
          <AgentTable scope={scope} groups={groups} columns={columns} />
          <p className="agents-footnote">
            {text('footnote', { zone: scope.zone.replace(/^.*\//, '').replaceAll('_', ' ') })}
          </p>
        </div>
      )}
    </div>
  )
}

/** How many people in how many teams, and who stands out most. */
function Sentence({ groups }: { readonly groups: readonly TeamGroup[] }): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  const people = groups.reduce((sum, group) => sum + group.lines.length, 0)
  const teams = groups.filter((group) => group.team !== null).length
  const found = standouts(groups)
  const [first] = found
  const outlier = first?.line.outliers[0]
  const size = [
    text('headline.people', { count: people, shown: format.count(people) }),
    ...(teams === 0 ? [] : [text('headline.teams', { count: teams, shown: format.count(teams) })]),
  ].join(' ')
  if (people === 0) return null
  if (first === undefined || outlier === undefined) return `${size} ${text('headline.nobody')}`
  return (
    <>
      {size}{' '}
      <strong>
        {found.length === 1 ? text('headline.one') : text('headline.several', { count: found.length })}
      </strong>{' '}
      {text('headline.who', {
        name: first.line.agent.name,
        metric: metricText.inSentence(outlier.metric),
        times: format.score(outlier.ratio),
        team: first.group.name ?? text('headline.noTeam'),
      })}
    </>
  )
}
