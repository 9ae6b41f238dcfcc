/** What people do about flags: done at once, said below, and taken back from there or by `U`. */
import type { Scope } from '../../shared/contract.ts'
import type { Flag, FlagAct, FlagGroup } from '../../shared/flags.ts'
import { answers, api, failureOf } from '../api.ts'
import { tell } from '../ui/Notices.tsx'
import { say } from '../ui/text.ts'
import { standingOpen, type Undoing, undoingOf } from './undoing.ts'

/** Flags one by one, or all open ones of a rule. */
export type Target =
  | { readonly kind: 'flags'; readonly flags: readonly Flag[] }
  | { readonly kind: 'group'; readonly group: FlagGroup; readonly scope: Scope }

export interface Actor {
  /** As they name themselves; null: nobody said. */
  readonly by: string | null
  readonly now: number
}

/** How many of the last acts `U` takes back. */
const remembered = 20
const done: (() => Promise<void>)[] = []

/** Does it, says so and offers the way back. What the engine refuses is said and stays as it was. */
export async function actOn(target: Target, act: FlagAct, { by, now }: Actor): Promise<void> {
  try {
    const back = await (target.kind === 'flags'
      ? actOnFlags(target.flags, act, by, now)
      : actOnGroup(target, act, by, now))
    const count = back.reduce((sum, one) => sum + one.flags.length, 0)
    if (count === 0) return
    const undo = once(() => takeBack(back, by))
    done.push(undo)
    if (done.length > remembered) done.shift()
    tell(
      () => didWords(act, count),
      () => void undo(),
    )
  } catch (error) {
    tell(failureOf(error))
  }
  await askAgain()
}

/** Takes back the last act that was not taken back yet. */
export async function undoLast(): Promise<void> {
  const undo = done.pop()
  if (undo === undefined) tell(() => say('flagging', 'nothingToUndo'))
  else await undo()
}

/** Everything shown of flags is asked for again at once: who acted wants to see it. */
export function askAgain(): Promise<void> {
  return answers.invalidateQueries({
    predicate: ({ meta }) => Array.isArray(meta?.['topics']) && meta['topics'].includes('flags'),
  })
}

async function actOnFlags(
  flags: readonly Flag[],
  act: FlagAct,
  by: string | null,
  now: number,
): Promise<readonly Undoing[]> {
  await api.actOnFlags({ flags: flags.map(({ id }) => id), act, by })
  return undoingOf(flags, act, now)
}

async function actOnGroup(
  { group, scope }: Extract<Target, { kind: 'group' }>,
  act: FlagAct,
  by: string | null,
  now: number,
): Promise<readonly Undoing[]> {
  const flags = await api.actOnFlagGroup({ scope, rule: group.rule, act, by })
  return undoingOf(flags.map(standingOpen), act, now)
}

async function takeBack(back: readonly Undoing[], by: string | null): Promise<void> {
  try {
    for (const { flags, act } of back) await api.actOnFlags({ flags, act, by })
    tell(() => say('flagging', 'undone'))
  } catch (error) {
    tell(failureOf(error))
  }
  await askAgain()
}

function didWords(act: FlagAct, count: number): string {
  if (act.kind !== 'own') return say('flagging', `did.${act.kind}`, { count })
  return act.owner === null
    ? say('flagging', 'did.letGo', { count })
    : say('flagging', 'did.own', { count, name: act.owner })
}

/** The notice and the key lead back the same way, which is gone but once. */
function once(undo: () => Promise<void>): () => Promise<void> {
  let gone = false
  return async () => {
    if (gone) return
    gone = true
    const place = done.findIndex((one) => one === undo)
    if (place >= 0) done.splice(place, 1)
    await undo()
  }
}
