/** What a template may be. The problems go on after the name of their place: "The blocks.3.metric is no metric …". */
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
import { listed, phrase, quoted, type Phrase } from '../../../shared/phrases.ts'
import { asMessage, problem, problemOf } from '../../../shared/problems.ts'
import { failed } from '../../engine/failure.ts'
import { readableAccent } from './accent.ts'
import { logoProblem } from './logo.ts'

const mostBlocks = 60

const text = (most: number) =>
  z.string(problem('problem.noText')).max(most, problem('problem.longer', { most }))
const name = (most: number) => text(most).refine((value) => value.trim() !== '', problem('problem.empty'))
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, {
    error: ({ input }) =>
      problem('templates.problem.noneOf', { value: shown(input), values: listed(values) }),
  })
const whole = (least: number, most: number) =>
  z
    .number(problem('problem.noNumber'))
    .int(problem('templates.problem.noWhole'))
    .min(least, problem('templates.problem.below', { least }))
    .max(most, problem('templates.problem.above', { most }))
const metric = z.enum(metricIds as readonly [MetricId, ...MetricId[]], {
  error: ({ input }) => problem('templates.problem.noMetric', { value: shown(input) }),
})
const rule = z.enum(flagRuleIds as readonly [FlagRuleId, ...FlagRuleId[]], {
  error: ({ input }) => problem('templates.problem.noRule', { value: shown(input) }),
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
      metrics: z
        .array(metric, problem('problem.noList'))
        .min(1, problem('problem.empty'))
        .max(12, problem('templates.problem.metrics', { most: 12 })),
    }),
    block('chart', { chart: oneOf(chartKinds), metric, by: dimension, most: whole(1, 100) }),
    block('table', {
      by: z
        .array(dimension, problem('problem.noList'))
        .min(1, problem('problem.empty'))
        .max(2, problem('templates.problem.dimensions')),
      metrics: z
        .array(metric, problem('problem.noList'))
        .min(1, problem('problem.empty'))
        .max(10, problem('templates.problem.metrics', { most: 10 })),
      most: whole(1, 1000),
    }),
    block('chats', { metric, most: whole(1, 200) }),
    block('flags', { rules: z.array(rule, problem('problem.noList')), most: whole(1, 500) }),
    block('audits', { of: oneOf(auditTables) }),
    block('insights', { most: whole(1, 50) }),
    block('notes', { lines: whole(1, 60) }),
    block('break', {}),
  ],
  {
    error: ({ input }) =>
      problem('templates.problem.kind', { kind: shown((input as { readonly kind?: unknown }).kind) }),
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
      .string(problem('templates.problem.noPicture'))
      .superRefine((url, context) => {
        const wrong = logoProblem(url)
        if (wrong !== null) context.addIssue({ code: 'custom', message: asMessage(wrong) })
      })
      .nullable(),
    accent: z
      .string(problem('templates.problem.noColour'))
      .regex(/^#[0-9a-f]{6}$/i, problem('templates.problem.badColour'))
      .transform(readableAccent),
  }),
  blocks: z
    .array(blocks, problem('problem.noList'))
    .min(1, problem('templates.problem.noBlocks'))
    .max(mostBlocks, problem('templates.problem.blocks', { most: mostBlocks }))
    .refine(
      (list) => new Set(list.map(({ id }) => id)).size === list.length,
      problem('templates.problem.blockTwice'),
    )
    .refine(
      (list) => list.every((one) => one.kind !== 'table' || one.by.length === 1 || isTeamsAndAgents(one.by)),
      problem('templates.problem.twoDimensions'),
    ),
  appendix: z.strictObject({
    definitions: z.boolean(problem('problem.yesNo')),
    evidence: z.boolean(problem('problem.yesNo')),
  }),
  needsAgent: z.boolean(problem('problem.yesNo')),
})

/**
 * Reads a template. An accent too light for white paper is taken darker. Throws `Failed` (`invalid`) with one sentence that
 * names the first thing that cannot be taken.
 */
export function templateDraftFrom(value: unknown): ReportTemplateDraft {
  const read = template.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const wrong = problemIn(issue)
  throw path.length === 0
    ? failed('invalid', 'templates.wrongWhole', { problem: wrong })
    : failed('invalid', 'templates.wrong', { place: path.map(String).join('.'), problem: wrong })
}

function problemIn(issue: z.core.$ZodIssue | undefined): Phrase | string {
  if (issue === undefined) return phrase('templates.problem.unreadable')
  if (issue.code === 'unrecognized_keys')
    return phrase('templates.problem.unknownKey', { key: shown(issue.keys[0]) })
  // Of an object the library speaks of types nobody has heard of.
  return issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
    ? phrase('templates.problem.otherKind')
    : problemOf(issue.message)
}

function isTeamsAndAgents(by: readonly string[]): boolean {
  return by[0] === 'team' && by[1] === 'agent'
}

/** What was given, quoted and never long. */
function shown(value: unknown): Phrase | string {
  if (typeof value === 'string') return quoted(value, 60)
  const said: string | undefined = JSON.stringify(value)
  return said === undefined ? phrase('problem.missing') : said.slice(0, 80)
}
