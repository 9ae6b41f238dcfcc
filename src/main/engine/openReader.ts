import type { Workspace } from '../../shared/contract.ts'
import { createAssignmentReads } from '../assignments/assignmentReads.ts'
import { createAttentionReads } from '../attention/attentionReads.ts'
import { createAuditReads } from '../audits/auditReads.ts'
import { readHolidays } from '../hours/holidays.ts'
import { createListDesk } from '../lists/listDesk.ts'
import { createLiveReads } from '../live/liveReads.ts'
import { createPlanningReads } from '../planning/planningReads.ts'
import { createQuestionReads } from '../questions/questionReads.ts'
import { readReportPorts } from '../reports/readPorts.ts'
import { createReportReads } from '../reports/reportReads.ts'
import { writeRows } from '../rows/writeRows.ts'
import { createScheduleReads } from '../schedule/scheduleReads.ts'
import { createSearchReader } from '../search/searchReader.ts'
import { openConversation, readTimelinePage } from '../store/conversationView.ts'
import { readDictionary, readSpan } from '../store/dictionary.ts'
import { customerTexts } from '../store/customerMessages.ts'
import { openCache, openWorkspaceDb } from '../store/open.ts'
import { listRejected } from '../store/rejected.ts'
import { readSettings } from '../store/settings.ts'
import { listSources } from '../store/sources.ts'
import { transcriptPage, transcriptText } from '../transcripts/transcript.ts'
import { suggestionsFor } from '../text/suggestionsFor.ts'
import { clockOf } from './clock.ts'
import { createColumnsDesk, keptColumns } from './columnsDesk.ts'
import { createNumbers } from './numbers.ts'
import type { ThreadData } from './openWriter.ts'
import type { ReaderApi } from './readerApi.ts'
import { withSlowLog } from './slow.ts'

/** Opens a workspace for reading: loads the columns and answers what the screens ask. Throws a `StoreFailure`. */
export async function openReader(
  data: ThreadData,
  announce: (event: string, data: unknown) => void,
  kept = keptColumns(data.dir),
): Promise<ReaderApi> {
  const now = clockOf(data.clock ?? null)
  const cache = openCache(data.dir, 'reader')
  const workspaceDb = openWorkspaceDb(data.dir, 'reader')
  const desk = createColumnsDesk({ cache, kept, writes: data.mode === 'write' })
  const lists = createListDesk({ cache, workspaceDb, now })
  let dictionary = readDictionary(cache)

  const workspace = (): Workspace => {
    const sources = listSources(workspaceDb)
    const span = readSpan(cache)
    return {
      name: dictionary.workspace?.name ?? 'Floorwalker',
      zone: dictionary.workspace?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      empty: sources.length === 0 && span === null,
      sample: sources.length > 0 && sources.every((source) => source.config.kind === 'sample'),
      agents: dictionary.agents.map((agent) => ({
        id: agent.id,
        name: agent.name,
        teams: agent.teams.flatMap((row) => dictionary.teams.find((team) => team.row === row)?.id ?? []),
        active: agent.active,
        role: agent.role,
      })),
      teams: dictionary.teams.map(({ id, name }) => ({ id, name })),
      channels: dictionary.channels.map(({ id, name, phone }) => ({ id, name, phone })),
      categories: dictionary.categories.map((category) => category.name),
      span,
      now: now(),
      clockSpeed: data.clock?.speed ?? 1,
      version: data.version,
    }
  }
  const numbers = createNumbers({
    cache,
    workspaceDb,
    columns: desk.columns,
    held: desk.held,
    dictionary: () => dictionary,
    workspace,
    now,
  })
  const { close: closeSearch, ...searching } = createSearchReader({ dir: data.dir, cache, workspaceDb, now })
  const audits = createAuditReads({
    cache,
    workspaceDb,
    columns: desk.columns,
    dictionary: () => dictionary,
    metrics: numbers.metrics,
    now,
  })

  const ports = {
    cache,
    workspaceDb,
    columns: desk.columns,
    dictionary: () => dictionary,
    settings: () => readSettings(workspaceDb),
    now,
  }
  const attention = createAttentionReads(ports)
  const live = createLiveReads({ ...ports, urgentFlags: attention.urgentFlags })
  const planning = createPlanningReads(ports)
  const assignments = createAssignmentReads(ports)
  const reports = createReportReads({
    ...ports,
    ask: () =>
      readReportPorts({
        cache,
        dictionary,
        numbers,
        flags: (query) => attention.flagPage(query),
        audits: (query) => audits.auditScores(query),
        coverage: (scope) => audits.auditCoverage(scope),
        workspace: workspace(),
        settings: readSettings(workspaceDb),
      }),
  })

  /** The wall remembers days of flags and weeks of arrivals: what it needs is read before somebody looks at it. */
  const warmUp = async () => {
    await desk.ask(lists.start)
    const { zone } = workspace()
    const scope = { from: 0, to: now(), zone, agents: [], teams: [], channels: [], categories: [] }
    await desk.ask(() => live.now({ scope }))
  }

  const api: ReaderApi = {
    ...searching,
    ...audits,
    ...assignments,
    ...attention,
    ...reports,
    ...createScheduleReads(ports),
    ...createQuestionReads(ports),
    // What is made of columns waits for them.
    holdings: (query) => desk.ask(() => assignments.holdings(query)),
    heldAt: (query) => desk.ask(() => assignments.heldAt(query)),
    assignmentLog: (query) => desk.ask(() => assignments.assignmentLog(query)),
    handOvers: (query) => desk.ask(() => assignments.handOvers(query)),
    now: (query) => desk.ask(() => live.now(query)),
    forecast: (query) => desk.ask(() => planning.forecast(query)),
    staffing: (query) => desk.ask(() => planning.staffing(query)),
    whatIf: (query) => desk.ask(() => planning.whatIf(query)),
    automation: (query) => planning.automation(query),
    report: (query) => desk.ask(() => reports.report(query)),
    reportPage: (query) => desk.ask(() => reports.reportPage(query)),
    draftReport: (query) => desk.ask(() => reports.draftReport(query)),
    checkReport: (query) => desk.ask(() => reports.checkReport(query)),
    previewSample: (recipe) => desk.ask(() => audits.previewSample(recipe)),
    auditResults: (query) => desk.ask(() => audits.auditResults(query)),
    coaching: (query) => desk.ask(() => audits.coaching(query)),
    transcript: (query) => Promise.resolve({ html: transcriptPage({ cache, workspaceDb, now }, query) }),
    transcriptText: (query) => Promise.resolve({ text: transcriptText({ cache, workspaceDb, now }, query) }),
    workspace: () => Promise.resolve(workspace()),
    settings: () => Promise.resolve(readSettings(workspaceDb)),
    rejected: (query) => Promise.resolve(listRejected(cache, query)),
    metrics: (query) => desk.ask(() => numbers.metrics(query)),
    metricsMany: (queries) => desk.ask(() => numbers.metricsMany(queries)),
    count: (queries, at) => desk.ask(() => numbers.count(queries, at)),
    explain: (query) => desk.ask(() => numbers.explain(query)),
    compareDefinitions: (query) => desk.ask(() => numbers.compare(query)),
    insights: ({ scope }) => desk.ask(() => numbers.insights(scope)),
    suggestTopics: ({ scope }) => Promise.resolve(suggestionsFor(customerTexts(cache, dictionary, scope))),
    readHolidays: ({ calendar, ...hours }) => Promise.resolve(readHolidays(calendar, hours, now())),
    async writeRows(query) {
      const { scope } = query
      const saving = (rows: number, of: number) => announce('saving', { rows, of })
      const write = () =>
        writeRows(
          { cache, columns: desk.columns(), dictionary, scope, data: numbers.basis({ scope }) },
          query,
          saving,
        )
      return { rows: await desk.ask(() => write()) }
    },
    conversations: (query) => lists.ask(query),
    conversation: (id, around) =>
      Promise.resolve(openConversation(cache, workspaceDb, id, now(), around ?? null)),
    timeline: (query) => Promise.resolve(readTimelinePage(cache, query)),
    async refresh({ dictionary: changed }) {
      if (changed) dictionary = readDictionary(cache)
      await Promise.all([desk.refresh(), lists.refresh()])
    },
    memory: () =>
      Promise.resolve({
        columnBytes: desk.columns().memoryBytes(),
        listBytes: lists.memoryBytes(),
        rssBytes: process.memoryUsage.rss(),
      }),
    async close() {
      await lists.close()
      await desk.close()
      closeSearch()
      cache.close()
      workspaceDb.close()
    },
  }
  if (data.counts === true) void desk.ask(() => undefined).catch(() => undefined)
  // Lists are read once the numbers are there: a dashboard comes first. Beside a running console nobody may ask for them.
  if (data.mode === 'write') void warmUp().catch(() => undefined)
  return withSlowLog(api, { now: () => performance.now(), announce })
}
