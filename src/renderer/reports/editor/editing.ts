/**
 * Templates that are being changed and were not saved yet. They outlive a look at another place and the window, on this
 * machine, until they are saved or given up.
 */
import { create } from 'zustand'
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'
import type { Block, ReportTemplateDraft } from '../../../shared/reporting.ts'
import { blockKinds, withBack } from './draft.ts'

/** Stands in the address for a template that has no id yet. */
export const newTemplate = 'new'

type Drafts = Readonly<Record<string, ReportTemplateDraft>>

interface Editing {
  /** By the template they began with. */
  readonly drafts: Drafts
  readonly change: (template: string, draft: ReportTemplateDraft) => void
  /** Brings a removed block back, unless the template was saved or given up meanwhile. */
  readonly putBack: (template: string, block: Block, index: number) => void
  readonly drop: (template: string) => void
}

/** A store that is full, or closed to this page, costs the drafts of the next window, and nothing else. */
const storage: StateStorage = {
  getItem: (name) => localStorage.getItem(name),
  setItem(name, kept) {
    try {
      localStorage.setItem(name, kept)
    } catch {
      localStorage.removeItem(name)
    }
  },
  removeItem: (name) => localStorage.removeItem(name),
}

export const useEditing = create<Editing>()(
  persist(
    (set) => ({
      drafts: {},
      change: (template, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [template]: draft } })),
      putBack: (template, block, index) =>
        set(({ drafts }) => {
          const draft = drafts[template]
          if (draft === undefined) return {}
          return {
            drafts: { ...drafts, [template]: { ...draft, blocks: withBack(draft.blocks, block, index) } },
          }
        }),
      drop: (template) =>
        set(({ drafts }) => {
          const { [template]: _, ...others } = drafts
          return { drafts: others }
        }),
    }),
    {
      name: 'report-drafts',
      version: 1,
      storage: createJSONStorage(() => storage),
      partialize: ({ drafts }) => ({ drafts }),
      merge: (kept, current) => ({ ...current, drafts: readableDrafts(kept) }),
    },
  ),
)

/** The kept drafts this version understands. */
export function readableDrafts(kept: unknown): Drafts {
  if (!isObject(kept) || !isObject(kept['drafts'])) return {}
  return Object.fromEntries(
    Object.entries(kept['drafts']).filter((entry): entry is [string, ReportTemplateDraft] =>
      isDraft(entry[1]),
    ),
  )
}

/** As far as the editor relies on it: the engine checks the rest before it keeps anything. */
function isDraft(draft: unknown): boolean {
  if (!isObject(draft)) return false
  const { name, about, paper, look, appendix, blocks } = draft
  const hasPage =
    [paper, look, appendix].every(isObject) && typeof name === 'string' && typeof about === 'string'
  return hasPage && Array.isArray(blocks) && blocks.every(isBlock)
}

function isBlock(block: unknown): boolean {
  return (
    isObject(block) && typeof block['id'] === 'string' && blockKinds.some((kind) => kind === block['kind'])
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
