/** Reports, schedules, rows and the SQL console as the screen asks for them: who answers what, and what changes with it. */
import type { Api, Topic } from '../../shared/contract.ts'
import type { QuestionDesk } from '../questions/questionDesk.ts'
import type { QuestionReads } from '../questions/questionReads.ts'
import { asFile, issueReport } from '../reports/files/reportFile.ts'
import type { IssuedWrites } from '../reports/issued/issuedStore.ts'
import type { ReportReads } from '../reports/reportReads.ts'
import type { ReportWrites } from '../reports/reportWrites.ts'
import type { RowsDesk } from '../rows/rowsDesk.ts'
import { folderTrouble } from '../schedule/folderTrouble.ts'
import type { ScheduleDesk } from '../schedule/scheduleDesk.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'

type ReportApi = Omit<ReportReads, 'issuedFile' | 'draftReport' | 'templateFile'> &
  RowsDesk &
  Omit<QuestionReads, 'questionContext'> &
  Pick<QuestionDesk, 'askQuestion' | 'cancelQuestion'> &
  ScheduleDesk['api'] &
  Pick<
    Api,
    | 'saveReportTemplate'
    | 'removeReportTemplate'
    | 'saveTemplateFile'
    | 'saveReport'
    | 'saveIssuedReport'
    | 'schedules'
    | 'scheduleRuns'
    | 'chooseFolder'
    | 'checkFolder'
    | 'saveQuestion'
    | 'removeQuestion'
  >

export function reportApi(parts: {
  readonly reader: ReaderApi
  readonly writing: () => ReportWrites
  /** What is issued is kept beside a running console, too. */
  readonly issuing: () => IssuedWrites
  readonly schedule: ScheduleDesk
  readonly rows: RowsDesk
  readonly questions: QuestionDesk
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
    async saveTemplateFile(query) {
      const { name, bytes } = await reader.templateFile(query)
      return { saved: await shell.saveFile({ name, type: 'application/json', bytes }) }
    },
    readTemplateFile: (query) => reader.readTemplateFile(query),
    report: (query) => reader.report(query),
    reportPage: (query) => reader.reportPage(query),
    async saveReport(query) {
      const ports = { reader, store: parts.issuing, shell }
      return { saved: await changing(issueReport(ports, query, 'person', (file) => shell.saveFile(file))) }
    },
    issuedReports: (query) => reader.issuedReports(query),
    async saveIssuedReport(query) {
      const { issued, bytes } = await reader.issuedFile(query)
      return { saved: await shell.saveFile(asFile(issued, bytes)) }
    },
    footnote: (query) => reader.footnote(query),
    checkReport: (query) => reader.checkReport(query),
    schedules: () => reader.schedules(),
    ...parts.schedule.api,
    scheduleRuns: (query) => reader.scheduleRuns(query),
    chooseFolder: async () => ({ folder: (await shell.chooseFolder?.()) ?? null }),
    checkFolder: async ({ folder }) => ({
      canChoose: shell.chooseFolder !== undefined,
      trouble: await folderTrouble(folder),
    }),
    ...parts.rows,
    questionViews: (query) => reader.questionViews(query),
    askQuestion: (query) => parts.questions.askQuestion(query),
    cancelQuestion: (id) => parts.questions.cancelQuestion(id),
    savedQuestions: () => reader.savedQuestions(),
    saveQuestion: async (question) => changing(writing().saveQuestion(question)),
    removeQuestion: async (id) => changing(writing().removeQuestion(id)),
  }
}
