/** A report as data, as small as can be, for what is kept and held against it. */
import type { NewIssue } from '../../../../src/main/reports/issued/issue.ts'
import type { ReportTable, ReportTemplateDraft } from '../../../../src/shared/reporting.ts'
import { createHash } from 'node:crypto'

export const monday = Date.UTC(2026, 4, 4)

export const draft: ReportTemplateDraft = {
  id: null,
  name: 'Weekly',
  about: '',
  paper: { size: 'A4', orientation: 'portrait' },
  look: { logo: null, accent: '#1b4c9e' },
  blocks: [],
  appendix: { definitions: true, evidence: true },
  needsAgent: false,
}

export const tables: readonly ReportTable[] = [
  {
    block: 'agents',
    title: 'Agents',
    columns: [
      { title: 'Agent', kind: 'text' },
      { title: 'Handled', kind: 'count' },
      { title: 'First response', kind: 'duration' },
      { title: 'CSAT', kind: 'rate' },
    ],
    rows: [
      ['Ana', 12, 64, 0.91],
      ['Ben', 7, 41.25, null],
    ],
  },
  { block: 'tiles', title: '', columns: [{ title: 'Conversations', kind: 'count' }], rows: [[19]] },
]

export const scope = {
  from: monday,
  to: monday + 7 * 86_400_000,
  zone: 'UTC',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

/** An issue of these bytes, with what a test changes. */
export function issueOf(bytes: Uint8Array, changes: Partial<NewIssue> = {}): NewIssue {
  return {
    name: 'Weekly',
    template: 'weekly',
    format: 'pdf',
    language: 'en',
    scope,
    hideNames: true,
    by: 'person',
    fingerprint: 'ab'.repeat(32),
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    fileName: 'floorwalker-weekly-2026-05-04.pdf',
    bytes: bytes.length,
    version: '1.2.3',
    inputs: {
      query: { template: 'weekly', draft, scope, language: 'en', hideNames: true },
      definitions: [
        {
          metric: 'handled',
          name: 'Handled',
          definition: 'Answered at least once.',
          credit: 'the sender',
          leftOut: [],
        },
      ],
      settings: [{ name: 'Target', value: '60 s' }],
    },
    figures: {
      tables,
      footnotes: [
        {
          number: 1,
          id: 'ABABAB-1',
          about: 'Handled',
          total: 2,
          conversations: ['v1', 'v2'],
          when: null,
          contacts: [],
        },
      ],
    },
    file: bytes,
    ...changes,
  }
}
