import type { Command } from 'commander'
import type { Workspace } from '../../../shared/contract.ts'
import type { NowAnswer } from '../../../shared/live.ts'
import { formatFor, type Format } from '../../../shared/numbers.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions } from './options.ts'
import { table } from './output.ts'
import { scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface NowOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
}

/** Rows of each table; a program gets all there are. */
const mostRows = 20

export function addLiveCommands(program: Command, context: CommandContext): void {
  addCommonOptions(
    program.command('now').description('who waits, who is there, what comes in and what to do about it'),
  )
    .option('--zone <ZONE>', 'IANA name (default: the workspace’s)')
    .option('--agent <IDS>')
    .option('--team <IDS>')
    .option('--channel <IDS>')
    .option('--category <NAMES>')
    .action(async (options: NowOptions) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const workspace = await api.workspace()
        const scope = scopeOf(options, workspace, context.now())
        const answer = await api.now({ scope })
        output.result(answer, () => wallText(answer, workspace, formatFor('en', scope.zone, answer.at)))
      })
    })
}

function wallText(answer: NowAnswer, workspace: Workspace, format: Format): string {
  const names = new Map(workspace.agents.map(({ id, name }) => [id, name]))
  const nameOf = (agent: string | null) => (agent === null ? '–' : (names.get(agent) ?? agent))
  const since = (at: number) => format.duration((answer.at - at) / 1000)
  const { waiting, unassigned, flags } = answer
  const suggested = new Map(unassigned.rows.map((row) => [row.conversation, row.suggested]))
  return [
    `${format.dateTime(answer.at)}; ${answer.completeTo === null ? 'how far the data is complete is not known' : `complete to ${format.dateTime(answer.completeTo)}`}`,
    `${waiting.total} waiting, ${waiting.overTarget} longer than ${format.duration(answer.target)}; ${answer.open} open, ${unassigned.total} with nobody; ${flags.open} flags, ${flags.danger} urgent`,
    ...section(
      'Waiting',
      ['waits', 'customer', 'chat', 'agent', 'says'],
      waiting.rows.map((row) => [
        since(row.since),
        row.contact.name,
        row.conversation,
        row.agent === null && suggested.get(row.conversation) != null
          ? `nobody; ${nameOf(suggested.get(row.conversation) ?? null)} could`
          : nameOf(row.agent),
        shortened(row.lastText === '' ? `(${row.lastContent ?? 'nothing'})` : row.lastText),
      ]),
    ),
    ...section(
      'Agents',
      ['agent', 'team', 'state', 'since', 'held', 'waiting', 'room for'],
      answer.agents.map((agent) => [
        nameOf(agent.agent),
        agent.team ?? '–',
        agent.state,
        agent.stateSince === null ? '–' : since(agent.stateSince),
        String(agent.held),
        String(agent.waiting),
        String(agent.capacity),
      ]),
    ),
    ...section(
      'Could take over',
      ['from', 'to', 'customers'],
      answer.balance.map(({ from, to, conversations }) => [
        from === null ? 'nobody' : nameOf(from),
        nameOf(to),
        conversations.map(({ name }) => name).join(', '),
      ]),
    ),
    ...section(
      'Flags',
      ['open for', 'flag', 'about'],
      flags.rows.map((flag) => [since(flag.raisedAt), flag.rule, flag.subject.name]),
    ),
    '',
    arrivalsText(answer),
  ].join('\n')
}

function arrivalsText({ arrivals: { today, usual, days } }: NowAnswer): string {
  const so = today.reduce((sum, count) => sum + count, 0)
  if (usual === null) return `${so} opened today; there is no such day to compare with yet.`
  const before = usual.slice(0, today.length).reduce((sum, { median }) => sum + median, 0)
  return `${so} opened today; by the end of this half hour usually ${Math.round(before)} (${days} days).`
}

function section(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return []
  const more = rows.length > mostRows ? [`… and ${rows.length - mostRows} more`] : []
  return ['', title, table(columns, rows.slice(0, mostRows)), ...more]
}

/** One line, whatever customers write. */
function shortened(text: string): string {
  const line = text.replaceAll(/[\s\p{C}]+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
