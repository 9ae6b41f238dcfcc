/** Raise with every change of a lexicon, a rule or a threshold: stored languages, scores and topics are then recomputed. */
export const textVersion = 3
