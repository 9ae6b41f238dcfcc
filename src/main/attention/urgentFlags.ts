/** The open flags somebody should look at first. */
import type { Scope } from '../../shared/contract.ts'
import type { NowAnswer } from '../../shared/live.ts'
import { findFlag, openKeys, type FlagKey, type ListPorts } from './flagList.ts'
import { viewFlag } from './flagView.ts'

/** How many of a scope are open, and up to `most` of them: danger first, then the oldest. */
export function urgentOf(ports: ListPorts, scope: Scope, most: number): NowAnswer['flags'] {
  const open = openKeys(ports, scope)
  const first = open.toSorted(byUrgency).slice(0, most)
  return {
    open: open.length,
    danger: open.filter(({ severity }) => severity === 'danger').length,
    rows: first.flatMap(({ id }) => {
      const flag = findFlag(ports, id)
      return flag === null ? [] : [viewFlag(ports, flag)]
    }),
  }
}

function byUrgency(one: FlagKey, other: FlagKey): number {
  return (
    Number(other.severity === 'danger') - Number(one.severity === 'danger') ||
    one.raisedAt - other.raisedAt ||
    (one.id < other.id ? -1 : 1)
  )
}
