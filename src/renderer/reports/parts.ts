/** The parts of Reports, in the order of its navigation, and the ways to them. */
import { useSelection } from '../selection.ts'

export const parts = ['report', 'schedules', 'issued', 'questions', 'rows'] as const
/** `editor`: a template that is being changed. It has no place in the navigation. */
export type Part = (typeof parts)[number] | 'editor'

/** The part an address names; the report where it names none. */
export function partOf(section: string | null): Part {
  return section === 'editor' ? section : (parts.find((part) => part === section) ?? 'report')
}

/** Shows a part; the template that was open stays so. */
export function openPart(part: Part): void {
  useSelection.getState().choose({ section: part === 'report' ? null : part })
}

/** Shows the report of a template, or the template itself to be changed. */
export function openTemplate(template: string, part: 'report' | 'editor' = 'report'): void {
  useSelection.getState().choose({ section: part === 'report' ? null : part, template })
}
