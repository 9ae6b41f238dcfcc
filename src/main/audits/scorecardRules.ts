/**
 * What a scorecard may be; what is not known is left out. The messages go on after the name of the place:
 * `The criterion "Greeting"` + `has fewer than two levels; …`.
 */
import { z } from 'zod'
import {
  checkIds,
  type CheckSettings,
  type Criterion,
  type ScorecardDraft,
  type ScorecardSection,
} from '../../shared/audits.ts'
import { criteriaOf } from '../../shared/scoring.ts'
import { StoreFailure } from '../store/errors.ts'

const most = {
  name: 200,
  hint: 2000,
  level: 60,
  cause: 200,
  phrase: 200,
  sections: 30,
  criteria: 100,
  list: 200,
}

/** A line of text that shows something. */
function line(what: string, longest: number) {
  return z
    .string(`has a ${what} that is no text`)
    .refine((text) => text.trim() !== '', `has an empty ${what}`)
    .refine((text) => text.length <= longest, `has a ${what} longer than ${longest} characters`)
}

function different(list: readonly string[]): boolean {
  return new Set(list.map((entry) => entry.trim().toLowerCase())).size === list.length
}

const phrases = z
  .array(line('phrase', most.phrase))
  .max(most.list, `has more than ${most.list} phrases of one language`)
const languageCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

const check = z
  .object({
    check: z.enum(
      checkIds,
      `asks for an automatic check that does not exist (there are ${checkIds.join(', ')})`,
    ),
    phrases: z.exactOptional(
      z.record(
        z.string().regex(languageCode),
        phrases,
        'has phrases for what is no language code, such as en',
      ),
    ),
    allowed: z.exactOptional(
      z
        .array(z.string().regex(host, 'allows links to what is no host name such as example.com'))
        .max(most.list, `allows links to more than ${most.list} hosts`),
    ),
  })
  .refine(
    (settings) =>
      !needsPhrases(settings.check) || Object.values(settings.phrases ?? {}).some((list) => list.length > 0),
    'looks for phrases and names none',
  )

function needsPhrases(check: CheckSettings['check']): boolean {
  return check === 'forbidden_phrase' || check === 'required_phrase'
}

const criterion = z
  .object({
    id: line('id', most.name),
    name: line('name', most.name),
    hint: z
      .string('has a hint that is no text')
      .max(most.hint, `has a hint longer than ${most.hint} characters`),
    scale: z
      .array(line('level', most.level), 'has no levels')
      .min(2, 'has fewer than two levels; a scale has two to five')
      .max(5, 'has more than five levels; a scale has two to five')
      .refine(different, 'has two levels of the same name'),
    weight: z
      .number('has no weight')
      .min(0, 'has a weight below 0; weights are 0 to 100')
      .max(100, 'has a weight above 100; weights are 0 to 100'),
    kind: z.enum(['standard', 'bonus'], 'is neither standard nor a bonus'),
    critical: z.boolean('does not say whether it is critical'),
    per: z.enum(['conversation', 'message'], 'is neither of the conversation nor of its messages'),
    rootCauses: z
      .array(line('root cause', most.cause), 'has no list of root causes')
      .max(most.list, `has more than ${most.list} root causes`)
      .refine(different, 'has two root causes of the same name'),
    askRootCause: z.enum(
      ['never', 'negative', 'not_best', 'always'],
      'does not say on which ratings root causes are asked for',
    ),
    check: check.nullable(),
  })
  .refine(
    (one) => one.kind === 'standard' || !one.critical,
    'is a bonus and critical; a bonus never takes away',
  )

const section = z.object({
  id: line('id', most.name),
  name: line('name', most.name),
  criteria: z
    .array(criterion, 'has no list of criteria')
    .max(most.criteria, `has more than ${most.criteria} criteria`),
})

/** The sections a scorecard may have. */
export const sectionsSchema: z.ZodType<readonly ScorecardSection[]> = z
  .array(section, 'has no list of sections')
  .max(most.sections, `has more than ${most.sections} sections`)
  .refine((list) => criteriaOf(list).length > 0, 'has no criterion: there is nothing to rate')
  .refine((list) => differentIds(list), 'has two sections of the same id')
  .refine((list) => differentIds(criteriaOf(list)), 'has two criteria of the same id')
  .refine(
    (list) => criteriaOf(list).some((one) => one.kind === 'standard' && one.weight > 0),
    'has no standard criterion with a weight above 0, so no review would have a score',
  )

const scorecardDraft = z.object({
  id: line('id', most.name).nullable(),
  name: line('name', most.name),
  language: z
    .string('has no language')
    .regex(languageCode, 'has a language that is no language code such as en'),
  sections: sectionsSchema,
})

/** A draft as it may be saved, names trimmed. Throws a `StoreFailure` (`invalid`) with the first thing that is wrong. */
export function checkScorecard(draft: unknown): ScorecardDraft {
  const read = scorecardDraft.safeParse(draft)
  if (read.success) return { ...read.data, name: read.data.name.trim() }
  const { path = [], message = 'cannot be read' } = read.error.issues[0] ?? {}
  throw new StoreFailure(
    'invalid',
    `${placeOf(draft, path)} ${message}; the scorecard was not saved.`,
    'Correct it and save again.',
  )
}

/** The criterion or section an issue is about, by its name; else the scorecard. */
function placeOf(draft: unknown, path: readonly PropertyKey[]): string {
  const [, section, , criterion] = path
  const named = (what: string, depth: number, place: PropertyKey | undefined) => {
    const name = at(draft, [...path.slice(0, depth), 'name'])
    return typeof name === 'string' && name.trim() !== ''
      ? `The ${what} ${JSON.stringify(name.slice(0, 80))}`
      : `The ${what} number ${Number(place) + 1}`
  }
  if (path[0] !== 'sections' || section === undefined) return 'The scorecard'
  return criterion === undefined ? named('section', 2, section) : named('criterion', 4, criterion)
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Readonly<Record<PropertyKey, unknown>>)[step]
  }
  return here
}

function differentIds(list: readonly (ScorecardSection | Criterion)[]): boolean {
  return new Set(list.map((entry) => entry.id)).size === list.length
}
