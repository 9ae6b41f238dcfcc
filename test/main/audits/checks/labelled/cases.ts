/**
 * Labelled chats for the checks that read text. All are invented by the author of the checks; the halves called held out
 * were written before the checks first ran on any of them, and nothing was changed for them.
 */
import type { CheckId } from '../../../../../src/shared/audits.ts'

export interface LabelledCase {
  readonly check: CheckId
  readonly language: string
  /**
   * Messages between bars; `C:` the customer's, `B:` a bot's, `T:` an agent's template, `A:` or nothing an agent's. Before
   * a `#` stands the customer's name.
   */
  readonly chat: string
  /** What the check looks for is there: a greeting, a farewell, the name; a phrase, shouting, data, a link, an open question. */
  readonly there: boolean
  /** Not looked at while lists and rules were tuned. */
  readonly heldOut: boolean
}

export interface Half {
  readonly yes: string
  readonly no: string
}

/** One chat a line. */
export function cases(check: CheckId, language: string, tuned: Half, heldOut: Half): readonly LabelledCase[] {
  const half = ({ yes, no }: Half, held: boolean) =>
    ([true, false] as const).flatMap((there) =>
      (there ? yes : no)
        .trim()
        .split('\n')
        .map((line) => ({ check, language, chat: line.trim(), there, heldOut: held })),
    )
  return [...half(tuned, false), ...half(heldOut, true)]
}
