/** Reports, schedules, rows and the SQL console as the screen asks for them: who answers what, and what changes with it. */
import type { Api, Topic } from '../../shared/contract.ts'
import { dayKey } from '../../shared/period.ts'
import type { QuestionReads } from '../questions/questionReads.ts'
import { notYet } from '../reports/notYet.ts'
import type { ReportReads } from '../reports/reportReads.ts'
import type { ReportWrites } from '../reports/reportWrites.ts'
import type { ScheduleReads } from '../schedule/scheduleReads.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'

type ReportApi = Omit<ReportReads, 'issuedFile'> &
  ScheduleReads &
  QuestionReads &
  Pick<
    Api,
    | 'saveReportTemplate'
    | 'removeReportTemplate'
    | 'saveTemplateFile'
    | 'saveReport'
    | 'saveIssuedReport'
    | 'saveSchedule'
    | 'removeSchedule'
    | 'runSchedule'
    | 'chooseFolder'
    | 'saveRows'
    | 'askQuestion'
    | 'cancelQuestion'
    | 'saveQuestion'
    | 'removeQuestion'
  >

export function reportApi(parts: {
  readonly reader: ReaderApi
  readonly writing: () => ReportWrites
  readonly shell: Shell
  readonly changed: (topics: readonly Topic[]) => void
}): ReportApi {
  const { reader, writing, shell } = parts
  const changing = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work
    parts.changed(['reports'])
    return done
  }
  return {
    reportTemplates: (query) => reader.reportTemplates(query),
    saveReportTemplate: async (draft) => changing(writing().saveReportTemplate(draft)),
    removeReportTemplate: async (id) => changing(writing().removeReportTemplate(id)),
    saveTemplateFile: notYet,
    readTemplateFile: (query) => reader.readTemplateFile(query),
    report: (query) => reader.report(query),
    reportPage: (query) => reader.reportPage(query),
    async saveReport(query) {
      const { html } = await reader.reportPage(query)
      const name = `floorwalker-${query.template}-${dayKey(query.scope.from, query.scope.zone)}.pdf`
      const bytes = await shell.printPdf({ html, title: 'Floorwalker' })
      return { saved: await shell.saveFile({ name, type: 'application/pdf', bytes }) }
    },
    issuedReports: (query) => reader.issuedReports(query),
    saveIssuedReport: notYet,
    footnote: (query) => reader.footnote(query),
    checkReport: (query) => reader.checkReport(query),
    schedules: () => reader.schedules(),
    saveSchedule: notYet,
    removeSchedule: async (id) => changing(writing().removeSchedule(id)),
    runSchedule: notYet,
    scheduleRuns: (query) => reader.scheduleRuns(query),
    chooseFolder: notYet,
    saveRows: notYet,
    questionViews: (query) => reader.questionViews(query),
    askQuestion: notYet,
    cancelQuestion: notYet,
    savedQuestions: () => reader.savedQuestions(),
    saveQuestion: async (question) => changing(writing().saveQuestion(question)),
    removeQuestion: async (id) => changing(writing().removeQuestion(id)),
  }
}
