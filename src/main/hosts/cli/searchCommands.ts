import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Command } from 'commander'
import { assertNever } from '../../../shared/assertNever.ts'
import { languages, type TranscriptQuery } from '../../../shared/contract.ts'
import type { SearchIndexState } from '../../../shared/searching.ts'
import { isZone } from '../../../shared/period.ts'
import type { CommandContext } from './main.ts'
import { addCommonOptions } from './options.ts'
import { type Output, UsageError } from './output.ts'
import { countOf, known } from './scope.ts'
import { withEngine } from './session.ts'
import { workspaceFolder } from './workspaceFolder.ts'

interface CommonOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly zone?: string
}

export function addSearchCommands(program: Command, context: CommandContext): void {
  // What is left out begins with a dash, as options do: `-from:bot` is none and belongs to the text.
  addCommonOptions(program.command('search [text...]').allowUnknownOption())
    .description('words, "phrases", order*, from:ana in:support before:2026-03-01 has:image is:failed -word')
    .option('--order <ORDER>', 'newest or best', 'newest')
    .option('--zone <ZONE>', 'IANA name (default: the workspace’s)')
    .option('--limit <N>', 'how many hits', '50')
    .option('--after <CURSOR>', 'the "next" of the page before')
    .option('--rebuild', 'first throws the index away and makes it anew; alone, only that')
    .action(async (pieces: string[], options: CommonOptions & SearchOptions) => {
      const output = context.output(options.json ?? false)
      const text = textOf(pieces)
      if (text === '' && !options.rebuild)
        throw new UsageError('Say what to look for, as in: floorwalker search "order 4711".')
      if (options.rebuild) await rebuildIndex(workspaceFolder(options.workspace), output)
      if (text === '') return output.result({ rebuilt: true }, () => 'Search again as ever.')
      const order = known(options.order, ['newest', 'best'], '--order')
      const limit = countOf('--limit', options.limit)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const zone = zoneOf(options.zone, (await api.workspace()).zone)
        // What a call gives is typed to its end: its last word is no beginning of one.
        const answer = await api.search({
          text: `${text} `,
          zone,
          order,
          after: options.after ?? null,
          limit,
        })
        for (const notice of answer.notices) output.say(`Left out: ${notice.source} (${notice.code}).`)
        for (const line of indexWords(answer.index)) output.say(line)
        output.result(answer, () =>
          answer.groups
            .flatMap(({ conversation, hits }) => [
              `${conversation.id}  ${conversation.contact.name}`,
              ...hits.map(
                (hit) =>
                  `  ${new Date(hit.at).toISOString()}  ${hit.snippet.map(({ text: part, hit: found }) => (found ? `[${part}]` : part)).join('')}`,
              ),
            ])
            .concat(`${answer.total.exact ? '' : 'at least '}${answer.total.hits} hits`)
            .join('\n'),
        )
        if (answer.next !== null && !output.json) output.say(`More: --after ${answer.next}`)
      })
    })

  addCommonOptions(program.command('transcript <conversations...>'))
    .description('chats as a file: PDF, HTML or text')
    .requiredOption('--out <FILE>', 'ends in .pdf, .html or .txt')
    .option('--show-names', 'with customers’ names, which are hidden otherwise')
    .option('--language <L>', languages.join(', '), 'en')
    .option('--zone <ZONE>', 'IANA name (default: the workspace’s)')
    .action(async (conversations: string[], options: CommonOptions & TranscriptOptions) => {
      const output = context.output(options.json ?? false)
      const target = resolve(options.out)
      const format = formatOf(target)
      const language = known(options.language, languages, '--language')
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read', target }, async ({ api }) => {
        const zone = zoneOf(options.zone, (await api.workspace()).zone)
        const hideNames = options.showNames !== true
        const answer = await api.saveTranscript({ conversations, format, hideNames, language, zone })
        output.result(answer, () => `Written to ${answer.saved ?? target}.`)
      })
    })
}

interface SearchOptions {
  readonly order: string
  readonly limit: string
  readonly after?: string
  readonly rebuild?: boolean
}

interface TranscriptOptions {
  readonly out: string
  readonly showNames?: boolean
  readonly language: string
}

/** Between two looks at how far the index is. Milliseconds. */
const lookEvery = 200

/** Makes the search index anew and waits until everything is in it. Throws `Failed` (`locked`) beside a running console. */
async function rebuildIndex(dir: string, output: Output): Promise<void> {
  await withEngine({ dir, mode: 'write', sync: false }, async ({ api }) => {
    await api.rebuildSearch()
    for (let index = await api.searchIndex(); index.state !== 'ready'; index = await api.searchIndex()) {
      output.progress(`Search index: ${index.pending} entries to go.`)
      await setTimeout(lookEvery)
    }
  })
  output.say('The search index was made anew.')
}

/** Throws `UsageError` for what looks like an option and is none: as a text it would find nothing, without a word. */
function textOf(pieces: readonly string[]): string {
  const unknown = pieces.find((piece) => /^--[a-z]/.test(piece))
  if (unknown === undefined) return pieces.join(' ')
  throw new UsageError(`search has no option ${unknown}; see "floorwalker search --help".`)
}

/** Why an answer came slower than it might; it is whole all the same. */
function indexWords({ state, pending }: SearchIndexState): readonly string[] {
  switch (state) {
    case 'damaged':
      return [
        'The search index is damaged: all messages were looked through instead, and it was left as it is. Make it anew with "floorwalker search --rebuild", or in the console’s search.',
      ]
    case 'catching_up':
    case 'rebuilding':
      return [`The search index is not complete: ${pending} entries were looked through beside it.`]
    case 'ready':
      return []
    default:
      return assertNever(state)
  }
}

function formatOf(target: string): TranscriptQuery['format'] {
  if (target.endsWith('.pdf')) return 'pdf'
  if (target.endsWith('.html')) return 'html'
  if (target.endsWith('.txt')) return 'text'
  throw new UsageError('--out: the file’s name must end in .pdf, .html or .txt.')
}

function zoneOf(zone: string | undefined, otherwise: string): string {
  if (zone === undefined || isZone(zone)) return zone ?? otherwise
  throw new UsageError(`--zone ${zone} is no time zone; give an IANA name such as Europe/Berlin.`)
}
