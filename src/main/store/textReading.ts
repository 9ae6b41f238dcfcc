/** What the store keeps of what `text` reads in a message. */

/** Of what reads the texts: readings with another number are made again. */
export const textVersion = 1

export interface TextReading {
  /** Language code; null: not told. */
  readonly language: string | null
  /** -1, 0 or 1; null: not scored. */
  readonly sentiment: -1 | 0 | 1 | null
}

const unread: TextReading = { language: null, sentiment: null }

/** Reads the text of an inbound message; null is no text. */
export function readText(text: string | null): TextReading {
  return text === null ? unread : unread
}
