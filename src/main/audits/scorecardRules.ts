/**
 * What a scorecard may be; what is not known is left out. The problems go on after the name of the place:
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
import { inline, listed, phrase, type Phrase } from '../../shared/phrases.ts'
import { problem, problemOf } from '../../shared/problems.ts'
import { storeFailed } from '../store/errors.ts'

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
function line(what: 'id' | 'name' | 'phrase' | 'level' | 'rootCause', longest: number) {
  const field = phrase(`scorecards.field.${what}`)
  return z
    .string(problem('scorecards.problem.fieldNoText', { field }))
    .refine((text) => text.trim() !== '', problem('scorecards.problem.fieldEmpty', { field }))
    .refine(
      (text) => text.length <= longest,
      problem('scorecards.problem.fieldLonger', { field, most: longest }),
    )
}

function different(list: readonly string[]): boolean {
  return new Set(list.map((entry) => entry.trim().toLowerCase())).size === list.length
}

const phrases = z
  .array(line('phrase', most.phrase))
  .max(most.list, problem('scorecards.problem.phrases', { most: most.list }))
const languageCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/
const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

const check = z
  .object({
    check: z.enum(checkIds, problem('scorecards.problem.noCheck', { checks: listed(checkIds) })),
    phrases: z.exactOptional(
      z.record(z.string().regex(languageCode), phrases, problem('scorecards.problem.phraseLanguage')),
    ),
    allowed: z.exactOptional(
      z
        .array(z.string().regex(host, problem('scorecards.problem.noHost')))
        .max(most.list, problem('scorecards.problem.hosts', { most: most.list })),
    ),
  })
  .refine(
    (settings) =>
      !needsPhrases(settings.check) || Object.values(settings.phrases ?? {}).some((list) => list.length > 0),
    problem('scorecards.problem.noPhrases'),
  )

function needsPhrases(check: CheckSettings['check']): boolean {
  return check === 'forbidden_phrase' || check === 'required_phrase'
}

const criterion = z
  .object({
    id: line('id', most.name),
    name: line('name', most.name),
    hint: z
      .string(problem('scorecards.problem.hintNoText'))
      .max(most.hint, problem('scorecards.problem.hintLonger', { most: most.hint })),
    scale: z
      .array(line('level', most.level), problem('scorecards.problem.noLevels'))
      .min(2, problem('scorecards.problem.fewLevels'))
      .max(5, problem('scorecards.problem.manyLevels'))
      .refine(different, problem('scorecards.problem.levelTwice')),
    weight: z
      .number(problem('scorecards.problem.noWeight'))
      .min(0, problem('scorecards.problem.lowWeight'))
      .max(100, problem('scorecards.problem.highWeight')),
    kind: z.enum(['standard', 'bonus'], problem('scorecards.problem.noKind')),
    critical: z.boolean(problem('scorecards.problem.noCritical')),
    per: z.enum(['conversation', 'message'], problem('scorecards.problem.noPer')),
    rootCauses: z
      .array(line('rootCause', most.cause), problem('scorecards.problem.noCauses'))
      .max(most.list, problem('scorecards.problem.causes', { most: most.list }))
      .refine(different, problem('scorecards.problem.causeTwice')),
    askRootCause: z.enum(
      ['never', 'negative', 'not_best', 'always'],
      problem('scorecards.problem.noAskCause'),
    ),
    check: check.nullable(),
  })
  .refine((one) => one.kind === 'standard' || !one.critical, problem('scorecards.problem.criticalBonus'))

const section = z.object({
  id: line('id', most.name),
  name: line('name', most.name),
  criteria: z
    .array(criterion, problem('scorecards.problem.noCriteria'))
    .max(most.criteria, problem('scorecards.problem.criteria', { most: most.criteria })),
})

/** The sections a scorecard may have. */
export const sectionsSchema: z.ZodType<readonly ScorecardSection[]> = z
  .array(section, problem('scorecards.problem.noSections'))
  .max(most.sections, problem('scorecards.problem.sections', { most: most.sections }))
  .refine((list) => criteriaOf(list).length > 0, problem('scorecards.problem.noCriterion'))
  .refine((list) => differentIds(list), problem('scorecards.problem.sectionTwice'))
  .refine((list) => differentIds(criteriaOf(list)), problem('scorecards.problem.criterionTwice'))
  .refine(
    (list) => criteriaOf(list).some((one) => one.kind === 'standard' && one.weight > 0),
    problem('scorecards.problem.noStandard'),
  )

const scorecardDraft = z.object({
  id: line('id', most.name).nullable(),
  name: line('name', most.name),
  language: z
    .string(problem('scorecards.problem.noLanguage'))
    .regex(languageCode, problem('scorecards.problem.badLanguage')),
  sections: sectionsSchema,
})

/** A draft as it may be saved, names trimmed. Throws a `StoreFailure` (`invalid`) with the first thing that is wrong. */
export function checkScorecard(draft: unknown): ScorecardDraft {
  const read = scorecardDraft.safeParse(draft)
  if (read.success) return { ...read.data, name: read.data.name.trim() }
  const { path = [], message } = read.error.issues[0] ?? {}
  throw storeFailed('invalid', 'scorecards.wrong', {
    place: placeOf(draft, path),
    problem: message === undefined ? phrase('problem.unreadable') : problemOf(message),
  })
}

/** The criterion or section an issue is about, by its name; else the scorecard. */
function placeOf(draft: unknown, path: readonly PropertyKey[]): Phrase {
  const [, section, , criterion] = path
  const named = (what: 'section' | 'criterion', depth: number, place: PropertyKey | undefined) => {
    const name = at(draft, [...path.slice(0, depth), 'name'])
    return typeof name === 'string' && name.trim() !== ''
      ? phrase(`scorecards.place.${what}`, { name: inline(name) })
      : phrase(`scorecards.place.${what}Number`, { number: Number(place) + 1 })
  }
  if (path[0] !== 'sections' || section === undefined) return phrase('scorecards.place.scorecard')
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
