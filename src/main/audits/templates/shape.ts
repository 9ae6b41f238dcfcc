/** What the shipped scorecards are made of, in no language: sections, criteria, weights, scales and checks. */
import type { CheckId, Criterion, ScorecardTemplate } from '../../../shared/audits.ts'

export const criterionKeys = [
  'greeting',
  'identification',
  'personal',
  'response_time',
  'understanding',
  'empathy',
  'solution',
  'next_steps',
  'answered',
  'professionalism',
  'script',
  'closing',
  'privacy',
  'window',
  'extra_mile',
  'needs',
  'knowledge',
  'offer',
  'objections',
  'price',
  'commitment',
  'honesty',
  'follow_up',
  'acknowledgement',
  'apology',
  'ownership',
  'compensation',
  'calm',
] as const
export type CriterionKey = (typeof criterionKeys)[number]

export const sectionKeys = [
  'opening',
  'handling',
  'style',
  'ending',
  'rules',
  'bonus',
  'advice',
  'deal',
  'listening',
  'remedy',
] as const
export type SectionKey = (typeof sectionKeys)[number]

export type ScaleKey = 'pass' | 'three' | 'four'

export interface CriterionShape {
  readonly key: CriterionKey
  readonly weight: number
  readonly scale: ScaleKey
  readonly kind: Criterion['kind']
  readonly critical: boolean
  readonly per: Criterion['per']
  readonly askRootCause: Criterion['askRootCause']
  readonly check: CheckId | null
}

export interface SectionShape {
  readonly key: SectionKey
  readonly criteria: readonly CriterionShape[]
}

export type TemplateKey = ScorecardTemplate['key']

/** A criterion rated once for the conversation, with causes asked for where it is not the best; `change` says what differs. */
function criterion(
  key: CriterionKey,
  weight: number,
  scale: ScaleKey,
  change: Partial<Omit<CriterionShape, 'key' | 'weight' | 'scale'>> = {},
): CriterionShape {
  return {
    key,
    weight,
    scale,
    kind: 'standard',
    critical: false,
    per: 'conversation',
    askRootCause: scale === 'pass' ? 'negative' : 'not_best',
    check: null,
    ...change,
  }
}

const greeting = criterion('greeting', 5, 'pass', { check: 'greeting' })
const closing = criterion('closing', 5, 'pass', { check: 'closing' })
const answered = criterion('answered', 10, 'pass', { check: 'left_unanswered' })
const privacy = criterion('privacy', 5, 'pass', { critical: true, check: 'personal_data' })

/** Within a template the weights of the standard criteria add up to 100. */
export const shapes: Readonly<Record<TemplateKey, readonly SectionShape[]>> = {
  service: [
    {
      key: 'opening',
      criteria: [
        greeting,
        criterion('identification', 5, 'three'),
        criterion('personal', 5, 'pass', { check: 'name_used' }),
      ],
    },
    {
      key: 'handling',
      criteria: [
        criterion('response_time', 10, 'pass', { check: 'in_target' }),
        criterion('understanding', 10, 'three'),
        criterion('empathy', 10, 'three'),
        criterion('solution', 15, 'four'),
        answered,
      ],
    },
    {
      key: 'style',
      criteria: [
        criterion('professionalism', 5, 'three', { per: 'message' }),
        criterion('script', 5, 'three'),
      ],
    },
    { key: 'ending', criteria: [criterion('next_steps', 5, 'three'), closing] },
    {
      key: 'rules',
      criteria: [privacy, criterion('window', 5, 'pass', { check: 'template_outside_window' })],
    },
    {
      key: 'bonus',
      criteria: [criterion('extra_mile', 5, 'pass', { kind: 'bonus', askRootCause: 'never' })],
    },
  ],
  sales: [
    { key: 'opening', criteria: [greeting, criterion('response_time', 10, 'pass', { check: 'in_target' })] },
    {
      key: 'advice',
      criteria: [
        criterion('needs', 15, 'four'),
        criterion('knowledge', 10, 'three'),
        criterion('offer', 10, 'three'),
        criterion('objections', 10, 'three'),
      ],
    },
    {
      key: 'deal',
      criteria: [
        criterion('price', 10, 'pass', { critical: true }),
        criterion('honesty', 10, 'pass', { critical: true }),
        criterion('commitment', 10, 'three'),
        criterion('follow_up', 5, 'pass', { check: 'left_unanswered' }),
      ],
    },
    { key: 'ending', criteria: [closing] },
    {
      key: 'bonus',
      criteria: [criterion('extra_mile', 5, 'pass', { kind: 'bonus', askRootCause: 'never' })],
    },
  ],
  complaints: [
    { key: 'opening', criteria: [greeting, criterion('response_time', 10, 'pass', { check: 'in_target' })] },
    {
      key: 'listening',
      criteria: [
        criterion('acknowledgement', 10, 'three'),
        criterion('apology', 5, 'pass'),
        criterion('empathy', 10, 'three'),
        criterion('calm', 5, 'pass', { check: 'shouting' }),
      ],
    },
    {
      key: 'remedy',
      criteria: [
        criterion('ownership', 10, 'three'),
        criterion('solution', 15, 'four'),
        criterion('compensation', 5, 'pass', { critical: true }),
        criterion('next_steps', 5, 'three'),
        answered,
      ],
    },
    { key: 'ending', criteria: [closing] },
    { key: 'rules', criteria: [privacy] },
    {
      key: 'bonus',
      criteria: [criterion('extra_mile', 5, 'pass', { kind: 'bonus', askRootCause: 'never' })],
    },
  ],
}
