import { type ReactNode, useEffect, useRef } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { figuresFor, keyOf, valueOf } from '../overview/figures.ts'
import { Section } from '../overview/Section.tsx'
import { Answered } from '../overview/Answered.tsx'
import { goTo, openNumber, useScope } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { IconMessages } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { AgentFlags } from './AgentFlags.tsx'
import { type Agent, teamOf } from './agentRows.ts'
import { AgentTiles } from './AgentTiles.tsx'
import { AgentTrends } from './AgentTrends.tsx'
import { LoadByHour } from './LoadByHour.tsx'
import { durationOf, outliersOf, slowingOf } from './outliers.ts'
import { ResponseSpread, SpreadKey } from './ResponseSpread.tsx'
import { SlowestConversations } from './SlowestConversations.tsx'
import { type AgentPageAnswers, useAgentPage } from './useAgentPage.ts'
import { verdictOf } from './verdict.ts'
import { VerdictLine } from './VerdictLine.tsx'

/** One agent beside the own team: a verdict in words, then what it rests on. `Esc` goes back. */
export function AgentPage({ id }: { readonly id: string }): ReactNode {
  const text = useText('agents')
  const page = useRef<HTMLDivElement>(null)
  const { data: workspace, failure, again } = useAsk('workspace', [], ['workspace'])
  const scope = useScope()
  const agent = workspace?.agents.find((one) => one.id === id)
  const team = agent === undefined ? null : teamOf(agent)
  const teamName = workspace?.teams.find((one) => one.id === team)?.name ?? team
  useEffect(() => {
    // What opened the page is gone, so the focus would be nowhere.
    page.current?.focus()
    addEventListener('keydown', leaveOnEscape)
    return () => {
      removeEventListener('keydown', leaveOnEscape)
    }
  }, [])

  return (
    <div className="page agent" ref={page} tabIndex={-1}>
      {workspace === undefined ? (
        failure === null ? (
          <Loading />
        ) : (
          <Failed failure={failure} again={again} />
        )
      ) : agent === undefined ? (
        <>
          <PageHead title={<Crumb name="–" />} />
          <Empty why={text('empty.unknown')} todo={text('empty.unknownTry')}>
            <BackButton />
          </Empty>
        </>
      ) : (
        <AgentReport agent={agent} team={team} teamName={teamName} scope={scope} />
      )}
    </div>
  )
}

function AgentReport({
  agent,
  team,
  teamName,
  scope,
}: {
  readonly agent: Agent
  readonly team: string | null
  readonly teamName: string | null
  readonly scope: Scope
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const answers = useAgentPage(scope, agent.id, team)
  const { byAgent, byTeam } = answers
  if (byAgent.data === undefined) {
    return (
      <>
        <PageHead title={<Crumb name={agent.name} />} />
        {byAgent.failure === null ? <Loading /> : <Failed failure={byAgent.failure} again={byAgent.again} />}
      </>
    )
  }
  const own = figuresFor(byAgent.data.rows, 'agent', agent.id)
  const handled = valueOf(own.handled) ?? 0
  const facts = [
    teamName ?? text('page.noTeam'),
    ...(agent.active ? [] : [text('page.left')]),
    text('page.handled', { count: handled, shown: format.count(handled) }),
  ]
  const nothing = handled === 0 && (durationOf(own, 'resolution_time')?.count ?? 0) === 0
  return (
    <>
      <PageHead title={<Crumb name={agent.name} />} sentence={<bdi>{facts.join(', ')}</bdi>}>
        <Button
          icon={<IconMessages />}
          onClick={() => {
            openNumber({ metric: 'handled', scope: answers.own })
          }}
        >
          {text('page.chats')}
        </Button>
      </PageHead>
      {nothing ? (
        <Empty why={text('empty.agent', { name: agent.name })} todo={text('empty.agentTry')}>
          <BackButton />
        </Empty>
      ) : (
        <div data-stale={byAgent.stale || byTeam.stale || undefined}>
          <Comparison agent={agent} team={team} teamName={teamName} answers={answers} />
        </div>
      )}
    </>
  )
}

function Comparison({
  agent,
  team,
  teamName,
  answers,
}: {
  readonly agent: Agent
  readonly team: string | null
  readonly teamName: string | null
  readonly answers: AgentPageAnswers
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const rows = answers.byAgent.data?.rows ?? []
  const own = figuresFor(rows, 'agent', agent.id)
  const teamFigures = team === null ? null : figuresFor(answers.byTeam.data?.rows ?? [], 'team', team)
  const mates = new Set(workspace?.agents.filter((one) => teamOf(one) === team).map((one) => one.id))
  const measured = rows.filter(
    (row) => mates.has(keyOf(row, 'agent') ?? '') && valueOf(row.metrics.first_response_time) !== null,
  )
  const others = measured.filter((row) => keyOf(row, 'agent') !== agent.id).length
  const outliers = teamFigures === null ? [] : outliersOf(own, teamFigures, others)
  const weeks = (answers.weeks.data?.rows ?? []).map((row) => {
    const figure = durationOf(row.metrics, 'first_response_time')
    return { week: keyOf(row, 'week') ?? '', count: figure?.count ?? 0, median: figure?.median ?? null }
  })
  const verdict = verdictOf(own, teamFigures, outliers, slowingOf(weeks))
  const first = durationOf(own, 'first_response_time')
  const names = { own: shortName(agent.name), team: teamName ?? text('verdict.theTeam') }
  return (
    <>
      <VerdictLine verdict={verdict} team={names.team} />
      <AgentTiles
        scope={answers.own}
        agent={agent.id}
        rows={rows}
        team={teamFigures}
        teamName={teamName}
        mates={mates}
        outliers={outliers}
      />
      <AgentTrends answers={answers} names={names} inTeam={team !== null} />
      <div className="agent-row">
        <LoadByHour answers={answers} agent={agent.id} names={names} inTeam={team !== null} />
        <Section
          title={text('spread.title')}
          subtitle={text('spread.subtitle', {
            count: first?.count ?? 0,
            shown: format.count(first?.count ?? 0),
          })}
          aside={<SpreadKey names={names} inTeam={team !== null} />}
        >
          <ResponseSpread
            scope={answers.own}
            own={first}
            team={teamFigures === null ? null : durationOf(teamFigures, 'first_response_time')}
          />
        </Section>
        <Section
          title={text('flags.title')}
          subtitle={text('flags.subtitle', {
            count: answers.flags.data?.total ?? 0,
            shown: format.count(answers.flags.data?.total ?? 0),
          })}
        >
          <Answered asked={answers.flags}>{({ rows: flags }) => <AgentFlags flags={flags} />}</Answered>
        </Section>
      </div>
      <Answered asked={answers.slowest}>
        {(explanation) => (
          <SlowestConversations explanation={explanation} flags={answers.flags.data?.rows ?? []} />
        )}
      </Answered>
    </>
  )
}

/** `Esc` leads back, unless something that floats over the page, or a chart, is what it closes. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return
  event.preventDefault()
  goTo('agents')
}

/** "Agents / Jonas Weber": the first part leads back. */
function Crumb({ name }: { readonly name: string }): ReactNode {
  const text = useText('agents')
  return (
    <>
      <button
        type="button"
        className="agent-crumb"
        aria-label={text('page.backTo')}
        onClick={() => {
          goTo('agents')
        }}
      >
        {text('page.back')}
      </button>
      <span className="agent-crumb-line" aria-hidden="true">
        {' / '}
      </span>
      <bdi>{name}</bdi>
    </>
  )
}

function BackButton(): ReactNode {
  const text = useText('agents')
  return (
    <Button
      onClick={() => {
        goTo('agents')
      }}
    >
      {text('empty.back')}
    </Button>
  )
}

/** The first word of a name, for the end of a line. */
function shortName(name: string): string {
  return name.split(/\s+/)[0] ?? name
}
