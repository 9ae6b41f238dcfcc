/** A language's wordings of signals. Patterns are written as patterns.ts says; the lists may be edited like any text. */
import type { Patterns } from '../patterns.ts'
import { compilePatterns } from '../patterns.ts'
import type { PromiseWords, TimeWords } from '../promises.ts'

export interface SignalLexiconSource {
  /** ISO 639-1. */
  readonly language: string
  /** Words the patterns name as `$NAME`. */
  readonly lists: Readonly<Record<string, string>>
  readonly asksPerson: string
  readonly asksManager: string
  /** Where one stands, the clause asks for nobody: negations, what happened before. */
  readonly asksNobody: string
  /** Insults and threats against whoever reads them; swearing at things is none. */
  readonly abuse: string
  readonly noAbuse: string
  /** Who will write, call or find out, without the time. To send goods is none: no message keeps it. */
  readonly promises: string
  readonly promisesNothing: string
  readonly times: TimeWords
}

export interface SignalLexicon {
  readonly language: string
  readonly asksPerson: Patterns
  readonly asksManager: Patterns
  readonly asksNobody: Patterns
  readonly abuse: Patterns
  readonly noAbuse: Patterns
  readonly promises: PromiseWords
}

export function compileSignals(source: SignalLexiconSource): SignalLexicon {
  const { language, lists, times } = source
  const patterns = (lines: string) => compilePatterns({ lines, lists, isChinese: language === 'zh' })
  return {
    language,
    asksPerson: patterns(source.asksPerson),
    asksManager: patterns(source.asksManager),
    asksNobody: patterns(source.asksNobody),
    abuse: patterns(source.abuse),
    noAbuse: patterns(source.noAbuse),
    promises: {
      cues: patterns(source.promises),
      unless: patterns(source.promisesNothing),
      times,
    },
  }
}
