/** The templates everybody begins with. Their names and titles are words of the report's language. */
import type { Language } from '../../../shared/contract.ts'
import {
  shippedTemplates,
  type Block,
  type ReportTemplate,
  type ShippedTemplateId,
} from '../../../shared/reporting.ts'
import { reportWords } from '../../print/words.ts'

/** Dark enough for white paper, and the darkest step of the heat scale. */
export const usualAccent = '#1b4c9e'

type Content = Pick<ReportTemplate, 'blocks' | 'appendix' | 'needsAgent'>
/** What a kind of block needs beside its place; ids come from the place. */
type Plain = Block extends infer B ? (B extends Block ? Omit<B, 'id' | 'title' | 'width'> : never) : never

const full = (block: Plain) => ({ ...block, title: null, width: 'full' }) as const
const half = (block: Plain) => ({ ...block, title: null, width: 'half' }) as const

const summary = full({ kind: 'summary' })
const notes = (lines: number) => full({ kind: 'notes', lines })
const usualTiles = full({
  kind: 'tiles',
  metrics: [
    'conversations_opened',
    'first_response_time',
    'resolution_time',
    'csat_score',
    'failure_rate',
    'flags_raised',
  ],
})
const opened = (by: 'hour' | 'day' | 'week') =>
  half({ kind: 'chart', chart: 'bars', metric: 'conversations_opened', by, most: 10 })
const firstResponse = (by: 'hour' | 'day' | 'week') =>
  half({ kind: 'chart', chart: 'line', metric: 'first_response_time', by, most: 10 })
const busyHours = (width: typeof full | typeof half) =>
  width({ kind: 'chart', chart: 'heat', metric: 'messages_received', by: 'weekday-hour', most: 10 })
const failures = half({ kind: 'chart', chart: 'ranking', metric: 'messages_failed', by: 'error', most: 8 })
const agents = full({
  kind: 'table',
  by: ['team', 'agent'],
  metrics: ['handled', 'first_response_time', 'resolution_time', 'csat_score', 'audit_score', 'flags_raised'],
  most: 500,
})
const teams = full({
  kind: 'table',
  by: ['team'],
  metrics: ['handled', 'first_response_time', 'resolution_time', 'csat_score', 'flags_raised'],
  most: 12,
})
const categories = half({
  kind: 'chart',
  chart: 'ranking',
  metric: 'conversations_opened',
  by: 'category',
  most: 10,
})
const channels = half({
  kind: 'table',
  by: ['channel'],
  metrics: ['conversations_opened', 'messages_sent', 'failure_rate'],
  most: 12,
})
const longest = (most: number) => full({ kind: 'chats', metric: 'first_response_time', most })
const whole = { definitions: true, evidence: true } as const

type Placeless = ReturnType<typeof full> | ReturnType<typeof half>

const contents: Readonly<
  Record<ShippedTemplateId, Omit<Content, 'blocks'> & { readonly blocks: readonly Placeless[] }>
> = {
  executive: {
    blocks: [
      summary,
      usualTiles,
      opened('day'),
      firstResponse('day'),
      teams,
      full({ kind: 'insights', most: 3 }),
    ],
    // One page, to be read in a minute: what stands behind it is in the others.
    appendix: { definitions: false, evidence: false },
    needsAgent: false,
  },
  day: {
    blocks: [
      summary,
      full({
        kind: 'tiles',
        metrics: [
          'conversations_opened',
          'first_response_time',
          'next_response_time',
          'resolution_time',
          'abandoned',
          'flags_raised',
        ],
      }),
      opened('hour'),
      firstResponse('hour'),
      full({
        kind: 'table',
        by: ['team', 'agent'],
        metrics: ['handled', 'closed_by', 'first_response_time', 'resolution_time', 'flags_raised'],
        most: 500,
      }),
      longest(5),
      full({ kind: 'flags', rules: [], most: 10 }),
      notes(4),
    ],
    appendix: whole,
    needsAgent: false,
  },
  weekly: {
    blocks: [
      summary,
      usualTiles,
      opened('day'),
      firstResponse('day'),
      agents,
      full({ kind: 'insights', most: 3 }),
      categories,
      channels,
      busyHours(half),
      failures,
      longest(8),
      full({ kind: 'flags', rules: [], most: 15 }),
    ],
    appendix: whole,
    needsAgent: false,
  },
  month: {
    blocks: [
      summary,
      usualTiles,
      full({
        kind: 'tiles',
        metrics: [
          'messages_received',
          'messages_sent',
          'contacts_new',
          'contacts_returning',
          'first_contact_resolution',
          'audit_score',
        ],
      }),
      full({ kind: 'chart', chart: 'bars', metric: 'conversations_opened', by: 'day', most: 10 }),
      firstResponse('day'),
      half({ kind: 'chart', chart: 'line', metric: 'resolution_time', by: 'day', most: 10 }),
      full({ kind: 'insights', most: 6 }),
      agents,
      categories,
      channels,
      busyHours(half),
      failures,
      full({ kind: 'audits', of: 'criteria' }),
    ],
    appendix: whole,
    needsAgent: false,
  },
  quarter: {
    blocks: [
      summary,
      usualTiles,
      full({
        kind: 'tiles',
        metrics: [
          'messages_received',
          'messages_sent',
          'contacts_new',
          'retention_rate',
          'repeat_contacts',
          'audit_score',
        ],
      }),
      opened('week'),
      firstResponse('week'),
      full({
        kind: 'table',
        by: ['month'],
        metrics: [
          'conversations_opened',
          'first_response_time',
          'resolution_time',
          'csat_score',
          'failure_rate',
          'flags_raised',
        ],
        most: 24,
      }),
      teams,
      full({ kind: 'insights', most: 6 }),
      categories,
      channels,
      half({ kind: 'chart', chart: 'line', metric: 'csat_score', by: 'week', most: 10 }),
      half({ kind: 'chart', chart: 'line', metric: 'failure_rate', by: 'week', most: 10 }),
      full({ kind: 'audits', of: 'agents' }),
    ],
    appendix: whole,
    needsAgent: false,
  },
  'contact-centre': {
    blocks: [
      summary,
      full({
        kind: 'tiles',
        metrics: [
          'conversations_opened',
          'conversations_closed',
          'messages_received',
          'messages_sent',
          'contacts_new',
          'contacts_returning',
        ],
      }),
      half({ kind: 'chart', chart: 'ranking', metric: 'conversations_opened', by: 'opened-by', most: 8 }),
      half({ kind: 'chart', chart: 'ranking', metric: 'drop_off', by: 'step', most: 6 }),
      categories,
      half({ kind: 'chart', chart: 'ranking', metric: 'sentiment_negative', by: 'language', most: 10 }),
      busyHours(full),
      full({
        kind: 'table',
        by: ['channel'],
        metrics: [
          'conversations_opened',
          'messages_received',
          'messages_sent',
          'first_response_time',
          'delivery_rate',
          'read_rate',
          'failure_rate',
        ],
        most: 30,
      }),
      failures,
      half({ kind: 'chart', chart: 'ranking', metric: 'messages_sent', by: 'author', most: 8 }),
      full({
        kind: 'tiles',
        metrics: [
          'bot_contained',
          'bot_escalated',
          'first_contact_resolution',
          'repeat_contacts',
          'abandoned',
        ],
      }),
    ],
    appendix: whole,
    needsAgent: false,
  },
  agent: {
    blocks: [
      summary,
      full({
        kind: 'tiles',
        metrics: [
          'handled',
          'first_response_time',
          'resolution_time',
          'csat_score',
          'audit_score',
          'flags_raised',
        ],
      }),
      half({ kind: 'chart', chart: 'bars', metric: 'handled', by: 'day', most: 10 }),
      firstResponse('day'),
      half({
        kind: 'table',
        by: ['category'],
        metrics: ['handled', 'first_response_time', 'csat_score'],
        most: 8,
      }),
      half({ kind: 'chart', chart: 'heat', metric: 'messages_sent', by: 'weekday-hour', most: 10 }),
      full({ kind: 'insights', most: 3 }),
      full({ kind: 'audits', of: 'criteria' }),
      longest(5),
      full({ kind: 'chats', metric: 'resolution_time', most: 5 }),
      full({ kind: 'flags', rules: [], most: 10 }),
      notes(8),
    ],
    appendix: whole,
    needsAgent: true,
  },
  audit: {
    blocks: [
      full({
        kind: 'tiles',
        metrics: ['audit_score', 'audit_coverage', 'csat_score', 'csat_average', 'first_contact_resolution'],
      }),
      full({ kind: 'audits', of: 'agents' }),
      full({ kind: 'audits', of: 'criteria' }),
      full({ kind: 'audits', of: 'causes' }),
      half({ kind: 'chart', chart: 'line', metric: 'audit_score', by: 'week', most: 10 }),
      half({ kind: 'chart', chart: 'line', metric: 'csat_score', by: 'week', most: 10 }),
      full({ kind: 'chats', metric: 'audit_score', most: 10 }),
      notes(6),
    ],
    appendix: whole,
    needsAgent: false,
  },
  campaign: {
    blocks: [
      summary,
      full({
        kind: 'tiles',
        metrics: [
          'messages_sent',
          'open_rate',
          'response_rate',
          'failure_rate',
          'opt_in_coverage',
          'conversion_rate',
        ],
      }),
      full({ kind: 'table', by: ['template'], metrics: ['open_rate', 'response_rate'], most: 40 }),
      full({
        kind: 'table',
        by: ['author'],
        metrics: [
          'messages_sent',
          'messages_delivered',
          'messages_read',
          'messages_failed',
          'delivery_rate',
          'read_rate',
          'failure_rate',
        ],
        most: 8,
      }),
      half({ kind: 'chart', chart: 'bars', metric: 'messages_sent', by: 'day', most: 10 }),
      half({ kind: 'chart', chart: 'line', metric: 'response_rate', by: 'day', most: 10 }),
      failures,
      half({ kind: 'chart', chart: 'ranking', metric: 'billable_messages', by: 'pricing', most: 8 }),
      half({ kind: 'chart', chart: 'heat', metric: 'messages_received', by: 'weekday-hour', most: 10 }),
      half({ kind: 'chart', chart: 'ranking', metric: 'billable_messages', by: 'country', most: 8 }),
    ],
    appendix: whole,
    needsAgent: false,
  },
  flags: {
    blocks: [
      summary,
      full({
        kind: 'tiles',
        metrics: [
          'flags_raised',
          'abandoned',
          'messages_failed',
          'sentiment_negative',
          'negative_resolved_in_target',
          'conversations_reopened',
        ],
      }),
      half({ kind: 'chart', chart: 'bars', metric: 'flags_raised', by: 'day', most: 10 }),
      half({ kind: 'chart', chart: 'ranking', metric: 'flags_raised', by: 'rule', most: 12 }),
      half({ kind: 'table', by: ['agent'], metrics: ['flags_raised', 'handled'], most: 15 }),
      failures,
      full({ kind: 'flags', rules: [], most: 60 }),
      full({ kind: 'chats', metric: 'abandoned', most: 10 }),
    ],
    appendix: whole,
    needsAgent: false,
  },
}

/** All of them, in the words of a language. */
export function shippedIn(language: Language): readonly ReportTemplate[] {
  const words = reportWords(language)
  return shippedTemplates.map((id) => {
    const { blocks, appendix, needsAgent } = contents[id]
    return {
      id,
      name: words(`template.${id}.name`),
      about: words(`template.${id}.about`),
      shipped: true,
      paper: { size: 'A4', orientation: 'portrait' },
      look: { logo: null, accent: usualAccent },
      blocks: blocks.map((block, index): Block => ({ ...block, id: `${block.kind}-${index + 1}` })),
      appendix,
      needsAgent,
      version: 0,
    }
  })
}

export function isShipped(id: string): id is ShippedTemplateId {
  return shippedTemplates.some((one) => one === id)
}
