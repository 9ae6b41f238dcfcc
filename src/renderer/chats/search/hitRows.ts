/** What was found as rows: every hit is one to walk to, the first of a conversation carries its name. */
import type { SearchGroup, SearchHit } from '../../../shared/searching.ts'

export interface HitRow {
  readonly key: string
  readonly group: SearchGroup
  readonly hit: SearchHit
  /** The first of its conversation. */
  readonly first: boolean
  /** The last listed of its conversation; then how many more there are, not listed. */
  readonly last: boolean
  readonly more: number
}

/** Hits of one conversation that are listed; the rest is walked through inside it. */
const listed = 3

/** Groups of several pages: a conversation found again on a later page stays at its first place. */
export function joinGroups(pages: readonly (readonly SearchGroup[])[]): readonly SearchGroup[] {
  const joined = new Map<string, SearchGroup>()
  for (const group of pages.flat()) {
    const { id } = group.conversation
    const before = joined.get(id)
    joined.set(id, before ? { ...before, hits: [...before.hits, ...group.hits] } : group)
  }
  return [...joined.values()]
}

export function hitRows(groups: readonly SearchGroup[]): readonly HitRow[] {
  return groups.flatMap((group) => {
    const shown = group.hits.slice(0, listed)
    return shown.map((hit, index) => ({
      key: `${group.conversation.id} ${hit.kind} ${hit.id ?? ''}`,
      group,
      hit,
      first: index === 0,
      last: index === shown.length - 1,
      more: index === shown.length - 1 ? group.hits.length - shown.length : 0,
    }))
  })
}
