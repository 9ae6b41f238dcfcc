/** What a check says, as the keys of its sentences. */
import { assertNever } from '../../../shared/assertNever.ts'
import type { ReportCheck } from '../../../shared/reporting.ts'

type Fact =
  'erased' | 'figuresHold' | 'figuresDiffer' | 'figuresUnknown' | 'definitionsChanged' | 'settingsChanged'

export interface Verdict {
  /** `good`: byte for byte, and its figures hold. */
  readonly tone: 'good' | 'look' | 'bad'
  readonly what: 'intact' | 'changed' | 'unknown' | 'foreign' | 'empty' | 'cut_short' | 'not_ours'
  /** In the order they matter. */
  readonly facts: readonly Fact[]
}

export function verdictOf(check: ReportCheck): Verdict {
  switch (check.file) {
    case 'issued':
      return { tone: check.figures === 'differ' ? 'look' : 'good', what: 'intact', facts: factsOf(check) }
    case 'changed':
      return { tone: 'bad', what: 'changed', facts: factsOf(check) }
    case 'unknown':
      // A file that proves itself was made by a workspace, if not by this one.
      return { tone: 'look', what: check.fingerprint === null ? 'unknown' : 'foreign', facts: [] }
    case 'unreadable':
      return { tone: 'bad', what: check.trouble ?? 'not_ours', facts: [] }
    default:
      return assertNever(check.file)
  }
}

function factsOf({ issued, figures, definitions, settings }: ReportCheck): readonly Fact[] {
  const facts: Fact[] = []
  if (issued?.erasedAt !== undefined) facts.push('erased')
  if (figures === 'hold') facts.push('figuresHold')
  if (figures === 'differ') facts.push('figuresDiffer')
  if (figures === null && issued !== null) facts.push('figuresUnknown')
  if (definitions === 'changed') facts.push('definitionsChanged')
  if (settings === 'changed') facts.push('settingsChanged')
  return facts
}
