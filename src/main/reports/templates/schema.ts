/** What a template may be. The messages go on after the name of their place: "The blocks.3.metric is no metric …". */
import { z } from 'zod'
import { dimensions } from '../../../shared/contract.ts'
import { flagRuleIds, type FlagRuleId } from '../../../shared/flags.ts'
import { metricIds, type MetricId } from '../../../shared/metrics.ts'
import {
  auditTables,
  chartKinds,
  orientations,
  paperSizes,
  type Block,
  type ReportTemplateDraft,
} from '../../../shared/reporting.ts'
import { Failed } from '../../engine/failure.ts'
import { readableAccent } from './accent.ts'
import { logoProblem } from './logo.ts'

const mostBlocks = 60

const text = (most: number) => z.string('is no text').max(most, `is longer than ${most} characters`)
const name = (most: number) => text(most).refine((value) => value.trim() !== '', 'is empty')
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: ({ input }) => `is ${shown(input)}, which is none of ${values.join(', ')}` })
const whole = (least: number, most: number) =>
  z
    .number('is no number')
    .int('is no whole number')
    .min(least, `is below ${least}`)
    .max(most, `is above ${most}`)
const metric = z.enum(metricIds as readonly [MetricId, ...MetricId[]], {
  error: ({ input }) => `is ${shown(input)}, which is no metric of this version`,
})
const rule = z.enum(flagRuleIds as readonly [FlagRuleId, ...FlagRuleId[]], {
  error: ({ input }) => `is ${shown(input)}, which is no flag rule of this version`,
})
const dimension = oneOf(dimensions)

const head = {
  id: name(60),
  title: text(200).nullable(),
  width: oneOf(['full', 'half']),
}
const block = <K extends Block['kind'], Shape extends z.ZodRawShape>(kind: K, shape: Shape) =>
  z.strictObject({ ...head, kind: z.literal(kind), ...shape })

const blocks = z.discriminatedUnion(
  'kind',
  [
    block('summary', {}),
    block('text', { text: text(20_000) }),
    block('tiles', {
      metrics: z.array(metric, 'is no list').min(1, 'is empty').max(12, 'has more than 12 metrics'),
    }),
    block('chart', { chart: oneOf(chartKinds), metric, by: dimension, most: whole(1, 100) }),
    block('table', {
      by: z.array(dimension, 'is no list').min(1, 'is empty').max(2, 'has more than two dimensions'),
      metrics: z.array(metric, 'is no list').min(1, 'is empty').max(10, 'has more than 10 metrics'),
      most: whole(1, 1000),
    }),
    block('chats', { metric, most: whole(1, 200) }),
    block('flags', { rules: z.array(rule, 'is no list'), most: whole(1, 500) }),
    block('audits', { of: oneOf(auditTables) }),
    block('insights', { most: whole(1, 50) }),
    block('notes', { lines: whole(1, 60) }),
    block('break', {}),
  ],
  {
    error: ({ input }) =>
      `has the kind ${shown((input as { readonly kind?: unknown }).kind)}, which this version does not know`,
  },
)

/** What a template has beside this (whether it is shipped, its version) is no part of a draft and left out. */
const template = z.object({
  id: name(200).nullable(),
  name: name(120),
  about: text(600),
  paper: z.strictObject({ size: oneOf(paperSizes), orientation: oneOf(orientations) }),
  look: z.strictObject({
    logo: z
      .string('is no picture')
      .superRefine((url, context) => {
        const problem = logoProblem(url)
        if (problem !== null) context.addIssue({ code: 'custom', message: problem })
      })
      .nullable(),
    accent: z
      .string('is no colour')
      .regex(/^#[0-9a-f]{6}$/i, 'is no colour such as #1b4c9e')
      .transform(readableAccent),
  }),
  blocks: z
    .array(blocks, 'is no list')
    .min(1, 'is empty: a report needs a block')
    .max(mostBlocks, `has more than ${mostBlocks} blocks`)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'has two blocks of one id')
    .refine(
      (list) => list.every((one) => one.kind !== 'table' || one.by.length === 1 || isTeamsAndAgents(one.by)),
      'has a table by two dimensions that are not team and agent',
    ),
  appendix: z.strictObject({
    definitions: z.boolean('is neither true nor false'),
    evidence: z.boolean('is neither true nor false'),
  }),
  needsAgent: z.boolean('is neither true nor false'),
})

/**
 * Reads a template. An accent too light for white paper is taken darker. Throws `Failed` (`invalid`) with one sentence that
 * names the first thing that cannot be taken.
 */
export function templateDraftFrom(value: unknown): ReportTemplateDraft {
  const read = template.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` ${issue.path.map(String).join('.')}`
  throw new Failed(
    'invalid',
    `The report template cannot be taken: its${place} ${problemOf(issue)}. Nothing was changed.`,
    'Correct that, or begin with one of the templates that are shipped.',
  )
}

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'content cannot be read'
  if (issue.code === 'unrecognized_keys')
    return `content has ${shown(issue.keys[0])}, which this version does not know`
  // Of an object the library speaks of types nobody has heard of.
  return issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
    ? 'content is missing or of another kind'
    : issue.message
}

function isTeamsAndAgents(by: readonly string[]): boolean {
  return by[0] === 'team' && by[1] === 'agent'
}

/** What was given, quoted and never long. */
function shown(value: unknown): string {
  const said = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : JSON.stringify(value)
  return said === undefined ? 'missing' : said.slice(0, 80)
}
