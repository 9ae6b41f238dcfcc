/** What planning reads: rows of the columns, and when agents were there, of any period of the workspace. */
import type { Scope, Settings } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { createGround } from '../metrics/special/ground.ts'
import type { Side } from '../metrics/special/side.ts'
import { noSide } from '../metrics/special/side.ts'
import type { SpecialGround } from '../metrics/special/special.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { openSide } from '../store/side.ts'

/** Grounds of any period with the filters of one scope. */
export interface PlanningData {
  readonly now: number
  readonly settings: Settings
  readonly dictionary: WorkspaceDictionary
  ground(period: { readonly from: number; readonly to: number }): SpecialGround
  /** The same with every agent, channel and category in it. */
  everybody(period: { readonly from: number; readonly to: number }): SpecialGround
}

export function planningData(ports: ReadPorts, scope: Scope): PlanningData {
  const [now, settings, dictionary] = [ports.now(), ports.settings(), ports.dictionary()]
  const side: Side = { ...noSide, ...openSide(ports.cache) }
  const groundOf = (asked: Scope) =>
    createGround({ columns: ports.columns(), dictionary, scope: asked, now }, [], {
      rules: settings.rules,
      side,
    })
  const { zone } = scope
  const none = { zone, agents: [], teams: [], channels: [], categories: [] }
  return {
    now,
    settings,
    dictionary,
    ground: ({ from, to }) => groundOf({ ...scope, openers: [], authors: [], from, to }),
    everybody: ({ from, to }) => groundOf({ ...none, from, to }),
  }
}
