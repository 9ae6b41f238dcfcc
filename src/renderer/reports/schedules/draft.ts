/** A schedule while it is made or changed. */
import type { Language } from '../../../shared/contract.ts'
import {
  type ReportFormat,
  reportFormats,
  type ScheduleDraft,
  type SchedulePeriod,
  type ScheduleState,
} from '../../../shared/reporting.ts'

/** What can be changed of one that is kept. */
export function draftOfSchedule(schedule: ScheduleState): ScheduleDraft {
  const { since: _since, nextAt: _nextAt, last: _last, ...draft } = schedule
  return draft
}

/** One that suits most: last week's report, on Monday before the meeting. */
export function newSchedule(about: {
  readonly name: string
  readonly template: string
  readonly zone: string
  readonly language: Language
}): ScheduleDraft {
  return {
    ...about,
    id: null,
    every: 'week',
    on: 1,
    at: '07:30',
    hideNames: true,
    formats: ['pdf'],
    folder: '',
    filters: { agents: [], teams: [], channels: [], categories: [] },
    patience: 240,
    active: true,
  }
}

/** Another rhythm; the day is one it has. */
export function withRhythm(draft: ScheduleDraft, every: SchedulePeriod): ScheduleDraft {
  return { ...draft, every, on: every === draft.every ? draft.on : 1 }
}

/** A format more or less, in the order they are offered. */
export function withFormat(draft: ScheduleDraft, format: ReportFormat, on: boolean): ScheduleDraft {
  const formats = reportFormats.filter((one) => (one === format ? on : draft.formats.includes(one)))
  return { ...draft, formats }
}

/** What is still missing before it can be saved, the first of it; null: nothing. */
export function lackOf(
  draft: ScheduleDraft,
  needsAgent: boolean,
): 'name' | 'formats' | 'at' | 'folder' | 'agent' | null {
  if (draft.name.trim() === '') return 'name'
  if (draft.at === '') return 'at'
  if (draft.formats.length === 0) return 'formats'
  if (draft.folder.trim() === '') return 'folder'
  return needsAgent && draft.filters.agents.length !== 1 ? 'agent' : null
}
