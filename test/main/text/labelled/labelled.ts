/**
 * The labelled messages. All are invented; the labels were written before the lexicons and are not bent to fit them.
 *
 * - negative: the customer is dissatisfied, angry, or reports that something went wrong for them
 * - neutral: a question, a request, information, an acknowledgement, thanks or a greeting as a formula
 * - positive: praise, relief, satisfaction, thanks beyond the formula
 */
import type { Sentiment } from '../../../../src/main/text/sentiment.ts'

export interface Labelled {
  readonly language: string
  readonly text: string
  readonly sentiment: Sentiment
  /** Not looked at while the lexicons are tuned. */
  readonly heldOut: boolean
}

/** One message a line. Within each sentiment every second one is held out, so both halves have the same mixture. */
export function labelled(language: string, lines: Readonly<Record<Sentiment, string>>): readonly Labelled[] {
  return (['negative', 'neutral', 'positive'] as const).flatMap((sentiment) =>
    lines[sentiment]
      .trim()
      .split('\n')
      .map((line, index) => ({ language, text: line.trim(), sentiment, heldOut: index % 2 === 1 })),
  )
}
