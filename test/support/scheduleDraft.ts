import type { ScheduleDraft } from '../../src/shared/reporting.ts'

/** The weekly report on Monday morning into a folder, with names hidden. */
export function weeklyDraft(folder: string, change: Partial<ScheduleDraft> = {}): ScheduleDraft {
  return {
    id: null,
    name: 'Weekly',
    template: 'weekly',
    every: 'week',
    on: 1,
    at: '07:00',
    zone: 'Europe/Berlin',
    language: 'en',
    hideNames: true,
    formats: ['pdf'],
    folder,
    filters: { agents: [], teams: [], channels: [], categories: [] },
    patience: 120,
    active: true,
    ...change,
  }
}
