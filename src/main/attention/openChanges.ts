/** Between two looks at the open flags: which of them became open. The reader remembers the last look, so that its answer is short. */
import type { ReadableDb } from '../store/database.ts'
import { rests, type Cares } from './care.ts'
import type { FlagKey } from './flagList.ts'
import { readSightings } from './sightings.ts'
import type { AppearedFlag, FlagWatch } from './watching.ts'

interface OpenFlags {
  readonly keys: readonly FlagKey[]
  readonly cares: Cares
  readonly now: number
}

export function createOpenChanges(
  read: () => Promise<OpenFlags>,
  workspace: ReadableDb,
): FlagWatch['openFlagChanges'] {
  let last: { readonly look: number; readonly open: ReadonlySet<string> } = { look: 0, open: new Set() }
  return async (since) => {
    const { keys, cares, now } = await read()
    const before = since === last.look ? last.open : new Set<string>()
    const appeared = keys.filter(({ id }) => !before.has(id)).sort((a, b) => a.raisedAt - b.raisedAt)
    last = { look: last.look + 1, open: new Set(keys.map(({ id }) => id)) }
    return { now, look: last.look, open: keys.length, appeared: withCare(appeared, cares, now, workspace) }
  }
}

function withCare(
  keys: readonly FlagKey[],
  cares: Cares,
  now: number,
  workspace: ReadableDb,
): readonly AppearedFlag[] {
  const ids = keys.map(({ id }) => id)
  const sightings = new Map(readSightings(workspace, ids).map((sighting) => [sighting.flag, sighting]))
  return keys.map(({ id, rule, raisedAt }) => {
    const care = cares.get(id)
    const restedUntil = care === undefined || rests(care, now) ? null : care.snoozedUntil
    return { id, rule, raisedAt, restedUntil, sighting: sightings.get(id) ?? null }
  })
}
