/** Made-up answers about reports, schedules and the SQL console. */
import type { Api } from '../../../src/shared/contract.ts'

type FakeReports = Pick<
  Api,
  | 'reportTemplates'
  | 'saveReportTemplate'
  | 'removeReportTemplate'
  | 'saveTemplateFile'
  | 'readTemplateFile'
  | 'issuedReports'
  | 'saveIssuedReport'
  | 'footnote'
  | 'checkReport'
  | 'schedules'
  | 'saveSchedule'
  | 'removeSchedule'
  | 'runSchedule'
  | 'scheduleRuns'
  | 'chooseFolder'
  | 'saveRows'
  | 'cancelRows'
  | 'questionViews'
  | 'askQuestion'
  | 'cancelQuestion'
  | 'savedQuestions'
  | 'saveQuestion'
  | 'removeQuestion'
>

const unknown = () => Promise.reject(new Error('Not made up yet.'))

export function fakeReports(): FakeReports {
  return {
    reportTemplates: async () => [],
    saveReportTemplate: unknown,
    removeReportTemplate: async () => undefined,
    saveTemplateFile: async () => ({ saved: null }),
    readTemplateFile: unknown,
    issuedReports: async () => ({ rows: [], next: null, total: 0 }),
    saveIssuedReport: async () => ({ saved: null }),
    footnote: unknown,
    checkReport: unknown,
    schedules: async () => [],
    saveSchedule: unknown,
    removeSchedule: async () => undefined,
    runSchedule: unknown,
    scheduleRuns: async () => ({ rows: [], next: null, total: 0 }),
    chooseFolder: async () => ({ folder: null, canChoose: false }),
    saveRows: async () => ({ saved: null, rows: 0 }),
    cancelRows: async () => undefined,
    questionViews: async () => [],
    askQuestion: unknown,
    cancelQuestion: async () => undefined,
    savedQuestions: async () => [],
    saveQuestion: unknown,
    removeQuestion: async () => undefined,
  }
}
