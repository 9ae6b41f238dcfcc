import { type ReactNode, useMemo } from 'react'
import type { Insights, MetricsAnswer, Scope, Workspace } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { targetOf } from '../overview/figures.ts'
import { useScope, useSelection } from '../selection.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { TableExport } from '../ui/TableExport.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { AgentPage } from './AgentPage.tsx'
import { standouts, tableRows, type TeamGroup, teamGroups } from './agentRows.ts'
import { AgentTable } from './AgentTable.tsx'
import { agentTableParts } from './agentTableParts.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { ColumnId } from './columns.ts'
import { type TableWords, useTableWords } from './tableWords.ts'
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
  const scope = useScope()
  const columns = useView((view) => view.columns)
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { figures, insights } = useAgents(scope, columns)
  const byAgent = figures.data?.byAgent
  const byTeam = figures.data?.byTeam
  if (byAgent && byTeam && workspace !== undefined)
    return (
      <Everybody
        scope={scope}
        workspace={workspace}
        byAgent={byAgent}
        byTeam={byTeam}
        insights={insights.data}
        columns={columns}
        stale={figures.stale}
      />
    )
  return (
    <div className="page agents">
      <PageHead title={text('title')} />
      {figures.failure === null ? <Loading /> : <Failed failure={figures.failure} again={figures.again} />}
    </div>
  )
}

function Everybody({
  scope,
  workspace,
  byAgent,
  byTeam,
  insights,
  columns,
  stale,
}: {
  readonly scope: Scope
  readonly workspace: Workspace
  readonly byAgent: MetricsAnswer
  readonly byTeam: MetricsAnswer
  readonly insights: Insights | undefined
  readonly columns: readonly ColumnId[]
  readonly stale: boolean
}): ReactNode {
  const words = useTableWords()
  const { text } = words
  const language = useLanguage()
  const sort = useView((view) => view.sort)
  const grouped = useView((view) => view.grouped)
  const { data: settings } = useAsk('settings', [], ['settings'])
  const groups = useMemo(
    () => teamGroups({ workspace, byAgent: byAgent.rows, byTeam: byTeam.rows, insights }, language),
    [workspace, byAgent, byTeam, insights, language],
  )
  const rows = useMemo(() => tableRows(groups, sort, grouped, language), [groups, sort, grouped, language])
  const { estimates, widths, file } = agentTableParts(rows, columns, words)
  return (
    <div className="page agents">
      <PageHead
        title={text('title')}
        sentence={<Sentence groups={groups} known={insights !== undefined} words={words} />}
      >
        <ColumnMenu />
        <TableExport table={file} />
      </PageHead>
      {rows.length === 0 ? (
        <Empty why={text('empty.agents')} todo={text('empty.agentsTry')} />
      ) : (
        <>
          <div className="agents-body" data-stale={stale || undefined}>
            <AgentTable
              words={words}
              scope={scope}
              rows={rows}
              columns={columns}
              widths={widths}
              estimates={estimates}
              target={targetOf('utilization', settings?.targets)}
            />
          </div>
          <Footnote zone={scope.zone} estimated={[...estimates.values()].some((some) => some !== 'none')} />
        </>
      )}
    </div>
  )
}

function Footnote({ zone, estimated }: { readonly zone: string; readonly estimated: boolean }): ReactNode {
  const text = useText('agents')
  const place = zone.replace(/^.*\//, '').replaceAll('_', ' ')
  return (
    <p className="agents-footnote">
      {text('footnote', { zone: place })} {estimated && text('estimated.footnote')}
    </p>
  )
}

/** How many people in how many teams, and who stands out most; nothing of the latter before it is known. */
function Sentence({
  groups,
  known,
  words: { text, format, findings },
}: {
  readonly groups: readonly TeamGroup[]
  readonly known: boolean
  readonly words: TableWords
}): ReactNode {
  const people = groups.reduce((sum, group) => sum + group.lines.length, 0)
  const teams = groups.filter((group) => group.team !== null).length
  const found = standouts(groups)
  const [first] = found
  const size = [
    text('headline.people', { count: people, shown: format.count(people) }),
    ...(teams === 0 ? [] : [text('headline.teams', { count: teams, shown: format.count(teams) })]),
  ].join(' ')
  if (people === 0) return null
  if (first === undefined) return known ? `${size} ${text('headline.nobody')}` : size
  const [note = ''] = findings.notes(first.line.findings)
  return (
    <>
      {size}{' '}
      <strong>
        {found.length === 1 ? text('headline.one') : text('headline.several', { count: found.length })}
      </strong>{' '}
      {text('headline.who', { name: first.line.agent.name, note })}
    </>
  )
}
