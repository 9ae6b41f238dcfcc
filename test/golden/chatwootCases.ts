/**
 * What Chatwoot's own tests expect, as facts (`chatwoot.json`; its `conventions` say how times are meant). The project's
 * shared folder has the original beside the repository; the copy here is for clones without it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GoldenCase {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly tolerance_s: number
  // Each kind has a shape of its own, told by whoever runs it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly given: any
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly expect: any
}

const copy = fileURLToPath(new URL('chatwoot.json', import.meta.url))
const original = fileURLToPath(new URL('../../../shared/golden/chatwoot.json', import.meta.url))

function casesIn(file: string): readonly GoldenCase[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly GoldenCase[] }).cases
}

export const cases = casesIn(copy)
/** null in a clone without the shared folder. */
export const originalCases = existsSync(original) ? casesIn(original) : null

const innerTable =
  'a table of Chatwoot’s own that nothing of ours reads or writes: sums are made of the events each time'
const adjacentUnits =
  'durations are shown in two units that lie side by side, so a day and a second is "1 d"; what is below is rounded away'
const nullIsNotZero = 'Chatwoot shows 0 for what cannot be known; here it is null, shown as "–"'

/** Cases that are not run, each with its reason; docs/definitions.md prints the same. */
export const leftOut: Readonly<Record<string, string>> = {
  B03: 'the reply follows a bot’s close without any reopening: here a reply to a closed conversation is no response to anybody',
  D11: 'the bot still has the conversation, so nobody waits for a person in the live views; the response times count the wait',
  D16: 'no source tells that a conversation is muted: a message in a closed conversation reopens it',
  G4a: nullIsNotZero,
  M04: nullIsNotZero,
  O03: innerTable,
  O05: innerTable,
  O06: innerTable,
  O07: innerTable,
  O10: innerTable,
  P03: adjacentUnits,
  P05: adjacentUnits,
  P08: adjacentUnits,
  P35: 'an all-day opening is 00:00 to 24:00 here and has all of its 86,400 seconds',
}
