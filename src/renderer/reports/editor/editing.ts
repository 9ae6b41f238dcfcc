/** Templates that are being changed and were not saved yet. They outlive a look at another place, not the window. */
import { create } from 'zustand'
import type { ReportTemplateDraft } from '../../../shared/reporting.ts'

/** Stands in the address for a template that has no id yet. */
export const newTemplate = 'new'

interface Editing {
  /** By the template they began with. */
  readonly drafts: Readonly<Record<string, ReportTemplateDraft>>
  readonly change: (template: string, draft: ReportTemplateDraft) => void
  readonly drop: (template: string) => void
}

export const useEditing = create<Editing>((set) => ({
  drafts: {},
  change: (template, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [template]: draft } })),
  drop: (template) =>
    set(({ drafts }) => {
      const { [template]: _, ...others } = drafts
      return { drafts: others }
    }),
}))
