import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { useAsk } from '../api.ts'
import { Answered } from '../overview/Answered.tsx'
import { figuresFor, valueOf } from '../overview/figures.ts'
import { goTo, openNumber, useComparedScope, useScope } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { IconMessages } from '../ui/icons.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { AgentFlags } from '../flags/AgentFlags.tsx'
import { type Agent, teamOf } from './agentRows.ts'
import { AgentTiles } from './AgentTiles.tsx'
import { AgentTrends } from './AgentTrends.tsx'
import { durationOf } from './cells.ts'
import { findingsByAgent, noFindings } from './findings.ts'
import { loadByHour } from './load.ts'
import { LoadByHour } from './LoadByHour.tsx'
import { MoreFigures } from './MoreFigures.tsx'
import { ResponseSpread } from './ResponseSpread.tsx'
import { SlowestConversations } from './SlowestConversations.tsx'
import { flagsShown, type AgentFigures, type AgentPageAnswers, useAgentPage } from './useAgentPage.ts'
import { verdictOf } from './verdict.ts'
import { VerdictLine } from './VerdictLine.tsx'

/** One agent beside the own team: a verdict in words, then what it rests on. `Esc` goes back. */
export function AgentPage({ id }: { readonly id: string }): ReactNode {
  const text = useText('agents')
  const page = useRef<HTMLDivElement>(null)
  const { data: workspace, failure, again } = useAsk('workspace', [], ['workspace'])
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
        <AgentReport agent={agent} team={team} teamName={teamName} />
      )}
    </div>
  )
}

function AgentReport({
  agent,
  team,
  teamName,
}: {
  readonly agent: Agent
  readonly team: string | null
  readonly teamName: string | null
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const scope = useScope()
  const previous = useComparedScope()
  const answers = useAgentPage(scope, previous, agent.id, team)
  const { data, failure, again, stale } = answers.figures
  if (data?.everybody === undefined || data.everybody === null) {
    return (
      <>
        <PageHead title={<Crumb name={agent.name} />} />
        {failure === null ? <Loading /> : <Failed failure={failure} again={again} />}
      </>
    )
  }
  const own = figuresFor(data.everybody.rows, 'agent', agent.id)
  const handled = valueOf(own.handled) ?? 0
  const facts = [
    teamName ?? text('page.noTeam'),
    ...(agent.active ? [] : [text('page.left')]),
    text('page.handled', { count: handled, shown: format.count(handled) }),
  ]
  const silent = verdictOf(own, null, null).kind === 'nothing'
  return (
    <>
      <PageHead title={<Crumb name={agent.name} />} sentence={<bdi>{facts.join(format.signs.clause)}</bdi>}>
        <Button
          icon={<IconMessages />}
          onClick={() => {
            openNumber({ metric: 'handled', scope: answers.own })
          }}
        >
          {text('page.chats')}
        </Button>
      </PageHead>
      {silent ? (
        <Empty
          why={text(agent.active ? 'empty.agent' : 'empty.left', { name: agent.name })}
          todo={text('empty.agentTry')}
        >
          <BackButton />
        </Empty>
      ) : (
        <div data-stale={stale || undefined}>
          <Comparison agent={agent} team={team} teamName={teamName} answers={answers} figures={data} />
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
  figures,
}: {
  readonly agent: Agent
  readonly team: string | null
  readonly teamName: string | null
  readonly answers: AgentPageAnswers
  readonly figures: AgentFigures
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const insights = answers.insights.data
  const findings = useMemo(
    () => (insights === undefined ? null : (findingsByAgent(insights).get(agent.id) ?? noFindings)),
    [insights, agent.id],
  )
  const rows = figures.everybody?.rows ?? []
  const rowsBefore = figures.before?.rows ?? null
  const own = figuresFor(rows, 'agent', agent.id)
  const mates = new Set(workspace?.agents.filter((one) => teamOf(one) === team).map((one) => one.id))
  const names = { own: shortName(agent.name), team: teamName ?? text('verdict.theTeam') }
  const beside =
    team === null
      ? null
      : { id: team, name: names.team, figures: figuresFor(figures.teams?.rows ?? [], 'team', team) }
  const shared = { scope: answers.own, agent: agent.id, rows, rowsBefore, team: beside, mates }
  const flags = answers.flags.data
  return (
    <>
      <VerdictLine verdict={verdictOf(own, beside?.figures ?? null, findings)} team={names.team} />
      <AgentTiles {...shared} outliers={findings?.outliers ?? []} settings={settings} />
      <AgentTrends
        own={answers.own}
        scope={answers.weeks}
        rows={figures.weeks?.rows ?? []}
        teamRows={figures.teamWeeks?.rows ?? null}
        matesRows={figures.matesWeeks?.rows ?? []}
        names={names}
        findings={findings}
      />
      <div className="agent-row agent-measures">
        <LoadByHour
          scope={answers.own}
          hours={loadByHour({
            own: figures.hours?.rows ?? [],
            ownDays: figures.days?.rows ?? [],
            team: figures.mateHours?.rows ?? [],
            teamDays: figures.mateDays?.rows ?? [],
          })}
          names={names}
          inTeam={beside !== null}
        />
        <ResponseSpread
          scope={answers.own}
          own={durationOf(own, 'first_response_time')}
          team={beside === null ? null : durationOf(beside.figures, 'first_response_time')}
          names={names}
        />
        <Section title={text('more.title')} subtitle={text('more.subtitle')}>
          <MoreFigures {...shared} />
        </Section>
      </div>
      <div className="agent-row agent-lists">
        <Answered asked={answers.slowest}>
          {(explanation) => <SlowestConversations explanation={explanation} flags={flags?.rows ?? []} />}
        </Answered>
        <Section
          title={text('flags.title')}
          subtitle={text('flags.subtitle', {
            count: flags?.total ?? 0,
            shown: format.count(flags?.total ?? 0),
          })}
        >
          <Answered asked={answers.flags}>
            {({ rows: raised }) => <AgentFlags flags={raised} most={flagsShown} />}
          </Answered>
        </Section>
      </div>
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
