/** Who was given what, who had what at a past moment, and one conversation's way from hand to hand. */
import type { Command } from 'commander'
import {
  assignmentKinds,
  type AssignmentLog,
  type AssignmentPath,
  type HandOverQuality,
  type HeldAt,
  type HeldInterval,
} from '../../../shared/assigning.ts'
import type { Api } from '../../../shared/contract.ts'
import { formatFor, type Format } from '../../../shared/numbers.ts'
import { localInstant, parseBoundary } from '../../../shared/period.ts'
import { assignmentSources } from '../../../shared/records.ts'
import type { CommandContext } from './main.ts'
import { addScopeOptions } from './options.ts'
import { table, UsageError, type Output } from './output.ts'
import { countOf, known, listOf, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface AssignmentOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly asOf?: string
  readonly path?: string
  readonly handOvers?: boolean
  readonly kind?: string
  readonly source?: string
  readonly text?: string
  readonly commented?: boolean
  readonly flagged?: boolean
  readonly limit: string
  readonly after?: string
}

export function addAssignmentCommands(program: Command, context: CommandContext): void {
  addScopeOptions(program.command('assignments').description('who was assigned what, latest first'))
    .option('--as-of <MOMENT>', 'instead: who had what at a moment, such as 2026-05-12T14:05')
    .option('--path <ID>', 'instead: one conversation’s way from hand to hand')
    .option('--hand-overs', 'instead: how well conversations are handed over, by who takes them')
    .option('--kind <KINDS>', assignmentKinds.join(', '))
    .option('--source <SOURCES>', assignmentSources.join(', '))
    .option('--text <TEXT>', 'a piece of the contact’s or an agent’s name, of the comment or of the rule')
    .option('--commented', 'only with a comment beside it')
    .option('--flagged', 'only where a flag was raised since')
    .option('--limit <N>', 'how many', '50')
    .option('--after <CURSOR>', 'the "next" of the page before')
    .action(async (options: AssignmentOptions) => {
      const output = context.output(options.json ?? false)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, ({ api }) =>
        answer(api, options, output, context.now()),
      )
    })
}

async function answer(api: Api, options: AssignmentOptions, output: Output, now: number): Promise<void> {
  const ways = [options.asOf, options.path, options.handOvers].filter((one) => one !== undefined)
  if (ways.length > 1)
    throw new UsageError('--as-of, --path and --hand-overs ask for different things: give one of them.')
  const scope = scopeOf(options, await api.workspace(), now)
  const format = formatFor('en', scope.zone, now)
  const page = { after: options.after ?? null, limit: countOf('--limit', options.limit) }
  if (options.path !== undefined) {
    const path = await api.assignmentPath(options.path)
    return output.result(path, () => pathText(path, format))
  }
  if (options.handOvers === true) {
    const agents = await api.handOvers({ scope })
    return output.result(agents, () => handOverText(agents, format))
  }
  if (options.asOf !== undefined) {
    const at = momentOf(options.asOf, scope.zone)
    const held = await api.heldAt({ scope, at, ...page })
    output.result(held, () => heldText(held, Math.min(at, now), format))
    return sayMore(output, held.next)
  }
  const log = await api.assignmentLog({
    scope,
    flaggedOnly: options.flagged ?? false,
    commentedOnly: options.commented ?? false,
    kinds: listOf(options.kind).map((name) => known(name, assignmentKinds, '--kind')),
    sources: listOf(options.source).map((name) => known(name, assignmentSources, '--source')),
    text: options.text ?? '',
    ...page,
  })
  output.result(log, () => logText(log))
  sayMore(output, log.next)
}

function sayMore(output: Output, next: string | null): void {
  if (next !== null && !output.json) output.say(`More: --after ${next}`)
}

/** A time without a zone is one of the scope's. */
function momentOf(text: string, zone: string): number {
  try {
    const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(text.trim())
    return local ? localInstant(text.trim().replace(' ', 'T'), zone) : parseBoundary(text, zone)
  } catch (error) {
    throw new UsageError(`--as-of: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function logText({ rows, total }: AssignmentLog): string {
  return [
    table(
      ['at', 'conversation', 'contact', 'from', 'to', 'by', 'source', 'flags'],
      rows.map((row) => [
        span(row.earliest, row.at),
        row.conversation,
        row.contact.name,
        row.from ?? '–',
        row.to ?? '–',
        row.by ?? row.note ?? row.byType,
        row.source,
        String(row.flags.length),
      ]),
    ),
    `${total} in all`,
  ].join('\n')
}

function heldText({ rows, total, waiting, unassigned }: HeldAt, at: number, format: Format): string {
  return [
    `${iso(at)}: ${total} open, ${waiting} waiting, ${unassigned} with nobody`,
    table(
      ['waits', 'conversation', 'contact', 'agent', 'since', 'source'],
      rows.map((row) => [
        row.waitingSince === null ? '–' : format.duration((at - row.waitingSince) / 1000),
        row.conversation,
        row.contact.name,
        row.agent ?? '–',
        span(row.earliest, row.from),
        row.source,
      ]),
    ),
  ].join('\n')
}

function pathText(path: AssignmentPath, format: Format): string {
  return [
    `${path.contact.name}: ${path.handOvers} hand-overs, ${path.returns} of them back, ${format.duration(path.unassigned)} with nobody`,
    table(
      ['from', 'to', 'agent', 'source', 'ended', 'replies', 'first action'],
      path.intervals.map((one) => intervalCells(one, format)),
    ),
    ...path.repeatedQuestions.map(
      (one) =>
        `asked again ${iso(one.at)} by ${one.agent ?? '–'}: ${oneLine(one.text)} (before, ${iso(one.earlier.at)} by ${one.earlier.agent ?? '–'}: ${oneLine(one.earlier.text)})`,
    ),
  ].join('\n')
}

function intervalCells(one: HeldInterval, format: Format): readonly string[] {
  return [
    span(one.earliest, one.from),
    one.to === null ? 'now' : iso(one.to),
    one.agent ?? 'nobody',
    one.source,
    one.endedBy ?? '–',
    String(one.replies),
    one.firstAction === null ? '–' : format.duration(one.firstAction),
  ]
}

function handOverText(agents: readonly HandOverQuality[], format: Format): string {
  return table(
    ['agent', 'received', 'first action (median)', 'asked again', 'of'],
    agents.map((one) => [
      one.agent,
      String(one.received),
      one.medianFirstAction === null ? '–' : format.duration(one.medianFirstAction),
      String(one.repeated),
      String(one.of),
    ]),
  )
}

/** What was noticed between two looks lies somewhere in between. */
function span(earliest: number, at: number): string {
  return earliest === at ? iso(at) : `${iso(earliest)}…${iso(at)}`
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 120)
}
