/** Changes to a scorecard while it is edited. */
import type { Criterion, ScorecardDraft, ScorecardSection } from '../../../shared/audits.ts'
import type { Language } from '../../../shared/contract.ts'
import { languageFor } from '../../../shared/languages.ts'
import type { Text } from '../../ui/text.ts'

/** What a scorecard's own words can be in; those shipped come in these. */
export const scorecardLanguages = ['en', 'de', 'fr', 'es', 'zh-Hant'] as const

/** An id nobody else has; within one scorecard is enough. */
function newId(): string {
  return crypto.randomUUID()
}

/** An empty one, in the words and the language of who makes it. */
export function newScorecard(text: Text, writer: Language): ScorecardDraft {
  const language = scorecardLanguages.find((one) => languageFor(one) === writer) ?? 'en'
  return { id: null, name: text('newName'), language, sections: [newSection(text)] }
}

export function newSection(text: Text): ScorecardSection {
  return { id: newId(), name: text('newSection'), criteria: [newCriterion(text)] }
}

export function newCriterion(text: Text): Criterion {
  return {
    id: newId(),
    name: text('newCriterion'),
    hint: '',
    scale: [text('level.no'), text('level.partly'), text('level.yes')],
    weight: 10,
    kind: 'standard',
    critical: false,
    per: 'conversation',
    rootCauses: [],
    askRootCause: 'never',
    check: null,
  }
}

/** One place up or down; at an end it stays. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const other = index + by
  const [one, two] = [list[index], list[other]]
  if (one === undefined || two === undefined) return list
  return list.with(index, two).with(other, one)
}

/** Entries between commas or on lines of their own, Chinese commas too, each once. */
export function entriesIn(typed: string): readonly string[] {
  const entries = typed.split(/[,，、\n]/u).map((entry) => entry.trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}
