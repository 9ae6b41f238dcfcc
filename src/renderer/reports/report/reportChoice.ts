/** What was chosen about reports while the console is open: kept from template to template, not beyond. */
import { create } from 'zustand'
import type { Language } from '../../../shared/contract.ts'
import type { Paper } from '../../../shared/reporting.ts'

interface ReportChoice {
  /** Null: the language of the interface. */
  readonly language: Language | null
  readonly hideNames: boolean
  /** Null: the template's own. */
  readonly paper: Paper | null
  readonly choose: (change: Partial<Omit<ReportChoice, 'choose'>>) => void
}

export const useReportChoice = create<ReportChoice>((set) => ({
  language: null,
  hideNames: true,
  paper: null,
  choose: (change) => set(change),
}))
