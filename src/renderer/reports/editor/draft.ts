/** Changes to a template while it is edited. Nothing here is kept: the engine checks and keeps what is saved. */
import type { Dimension } from '../../../shared/contract.ts'
import {
  type Block,
  type BlockKind,
  chartKinds,
  type ReportTemplate,
  type ReportTemplateDraft,
} from '../../../shared/reporting.ts'
import type { Text } from '../../ui/text.ts'

export type BlockOf<K extends BlockKind> = Extract<Block, { readonly kind: K }>
export type ChartKind = (typeof chartKinds)[number]

/** In the order they are offered. */
export const blockKinds = [
  'summary',
  'tiles',
  'chart',
  'table',
  'insights',
  'chats',
  'flags',
  'audits',
  'text',
  'notes',
  'break',
] as const satisfies readonly BlockKind[]

/** What a template and its blocks take at most. */
export const mostBlocks = 60
export const mostTiles = 12
export const mostColumns = 10

/** What can be changed of a template. A shipped one is kept as another when it is. */
export function draftOf(template: ReportTemplate): ReportTemplateDraft {
  const { id, name, about, shipped, paper, look, blocks, appendix, needsAgent } = template
  return { id: shipped ? null : id, name, about, paper, look, blocks, appendix, needsAgent }
}

/** A template like another, under a name that tells them apart. */
export function copyOf(template: ReportTemplate, text: Text): ReportTemplateDraft {
  return { ...draftOf(template), id: null, name: ownName(template.name, text) }
}

/** The name a shipped template is kept under once it was changed. */
export function ownName(name: string, text: Text): string {
  return text('editor.ownName', { name })
}

export function emptyDraft(name: string): ReportTemplateDraft {
  return {
    id: null,
    name,
    about: '',
    paper: { size: 'A4', orientation: 'portrait' },
    look: { logo: null, accent: usualAccent },
    blocks: [newBlock('summary'), newBlock('tiles')],
    appendix: { definitions: true, evidence: true },
    needsAgent: false,
  }
}

/** Of templates nobody coloured. */
export const usualAccent = '#1b4c9e'

/** A block of a kind as it is first put in. */
export function newBlock(kind: BlockKind, id: string = crypto.randomUUID()): Block {
  const head = { id, title: null, width: 'full' } as const
  switch (kind) {
    case 'summary':
    case 'break':
      return { ...head, kind }
    case 'text':
      return { ...head, kind, text: '' }
    case 'tiles':
      return {
        ...head,
        kind,
        metrics: ['conversations_opened', 'first_response_time', 'resolution_time', 'csat_score'],
      }
    case 'chart':
      return { ...head, kind, chart: 'bars', metric: 'conversations_opened', by: 'day', most: 10 }
    case 'table':
      return {
        ...head,
        kind,
        by: ['agent'],
        metrics: ['handled', 'first_response_time', 'resolution_time', 'csat_score'],
        most: 50,
      }
    case 'chats':
      return { ...head, kind, metric: 'first_response_time', most: 10 }
    case 'flags':
      return { ...head, kind, rules: [], most: 20 }
    case 'audits':
      return { ...head, kind, of: 'agents' }
    case 'insights':
      return { ...head, kind, most: 3 }
    case 'notes':
      return { ...head, kind, lines: 6 }
  }
}

/** What a chart of each kind can be broken down by; the first is taken where it could not go on with what it had. */
export const chartDimensions: Readonly<Record<ChartKind, readonly Dimension[]>> = {
  bars: ['day', 'week', 'month', 'weekday', 'hour'],
  line: ['day', 'week', 'month', 'weekday', 'hour'],
  heat: ['weekday-hour'],
  ranking: [
    'agent',
    'team',
    'channel',
    'category',
    'opened-by',
    'author',
    'template',
    'error',
    'step',
    'country',
    'language',
    'rule',
  ],
}

/** Another kind of chart, broken down by something it can show. */
export function asChart(block: BlockOf<'chart'>, chart: ChartKind): BlockOf<'chart'> {
  const possible = chartDimensions[chart]
  const by = possible.find((one) => one === block.by) ?? possible[0] ?? block.by
  return { ...block, chart, by }
}

/** What a table can be broken down by, one thing or agents under their teams. */
export const tableDimensions: readonly (readonly Dimension[])[] = [
  ['team', 'agent'],
  ['agent'],
  ['team'],
  ['channel'],
  ['category'],
  ['day'],
  ['week'],
  ['month'],
  ['hour'],
  ['weekday'],
  ['template'],
  ['error'],
  ['country'],
  ['language'],
]

/** One block somewhere else in the list; beyond its ends it goes no further. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from]
  if (item === undefined) return list
  const place = Math.min(list.length - 1, Math.max(0, to))
  return list.toSpliced(from, 1).toSpliced(place, 0, item)
}

/** A block that was removed, back in its place or as near as there still is one; whatever else changed stays. */
export function withBack(blocks: readonly Block[], block: Block, index: number): readonly Block[] {
  return blocks.some(({ id }) => id === block.id) ? blocks : blocks.toSpliced(index, 0, block)
}

/** Whether anything was changed; the order of keys says nothing. */
export function isChanged(draft: ReportTemplateDraft, base: ReportTemplateDraft): boolean {
  return canonical(draft) !== canonical(base)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  )
}
