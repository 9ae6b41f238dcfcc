/** The engine as a host uses it: two real threads on a real folder, with the sample's four months in it. */
import { defaultFlagRules } from '../../../src/shared/flags.ts'
import { noFlags } from '../metrics/timelines.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync, fork } from 'node:child_process'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { serve } from '../../../src/main/engine/serve.ts'
import type {
  Api,
  DurationFigure,
  Failure,
  Settings,
  SourceState,
  SyncHealth,
  Topic,
  ValueFigure,
} from '../../../src/shared/contract.ts'
import type {
  Review,
  Sample,
  SampleRecipe,
  Scorecard,
  ScorecardTemplate,
} from '../../../src/shared/audits.ts'
import type { SavedQuestion } from '../../../src/shared/questions.ts'
import type { ReportTemplate, Schedule } from '../../../src/shared/reporting.ts'
import { criteriaOf } from '../../../src/shared/scoring.ts'
import { weeklyDraft } from '../../support/scheduleDraft.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../support/workspace.ts'

const until = Date.UTC(2026, 4, 18, 10)
const day = 24 * 60 * 60 * 1000
const month = wholeScope(until - 30 * day, until)

let dir = ''
let engine: Engine
const shell = createMemoryShell()
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'floorwalker-engine-'))
  engine = await openEngine(dir, { shell })
  await engine.api.addSource({ kind: 'sample', seed: 1, until, live: false })
  await engine.writer?.syncOnce(null)
  await settled(engine)
}, 120_000)
afterAll(async () => {
  await engine.close()
  rmSync(dir, { recursive: true, force: true })
})

const holidayFile = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20261225',
  'SUMMARY:Christmas',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

/** Resolves when the reader took over everything written so far. */
async function settled(one: Engine): Promise<void> {
  await one.reader.refresh({ conversations: null, dictionary: true })
}

/** How a request fails for whoever asks through a host. */
async function failureOf(request: () => Promise<unknown>): Promise<Failure> {
  const reply = await serve({ request }, 'request', [])
  if (reply.ok) throw new Error('it was answered')
  return reply.error
}

const page = { after: null, limit: 20 } as const
const list = {
  scope: month,
  states: [],
  waiting: false,
  flagged: false,
  sort: 'last',
  ascending: false,
  contact: '',
  ...page,
} as const
const flags = { scope: month, state: 'all', rules: [], ...page } as const
const report = { template: 'weekly', scope: month, language: 'en', hideNames: false } as const

describe('the engine', () => {
  it('answers every request a screen can make', async () => {
    const { api } = engine
    const conversations = await api.conversations(list)
    const flagged = await api.flags(flags)
    const first = conversations.rows[0]?.id ?? ''
    writeFileSync(join(dir, 'none.ndjson'), '')
    const transcript = {
      conversations: [first],
      format: 'text',
      hideNames: true,
      language: 'en',
      zone: 'UTC',
    } as const
    let templates: readonly ScorecardTemplate[] = []
    let scorecard: Scorecard | undefined
    let sample: Sample | undefined
    let review: Review | undefined
    let reportTemplates: readonly ReportTemplate[] = []
    let reportTemplate: ReportTemplate | undefined
    let issued: Awaited<ReturnType<Api['issuedReports']>> | undefined
    let schedule: Schedule | undefined
    let question: SavedQuestion | undefined
    const scheduleDraft = weeklyDraft(dir, { formats: ['csv'], patience: 60 })
    const recipe = (): SampleRecipe => ({
      name: 'April',
      scope: month,
      method: 'stratified',
      strata: ['agent'],
      allocation: 'every',
      size: 12,
      seed: 7,
      cycle: null,
      scorecard: scorecard!,
      reviewers: [{ name: 'Kim', quota: null }],
      calibration: false,
      dueAt: null,
    })
    const requests: { readonly [Method in keyof Api]: () => Promise<unknown> } = {
      workspace: () => api.workspace(),
      settings: () => api.settings(),
      saveSettings: () => api.saveSettings({ theme: 'dark' }),
      syncHealth: () => api.syncHealth(),
      addSource: () => api.addSource({ kind: 'records', files: [join(dir, 'none.ndjson')] }),
      pauseSync: () => api.pauseSync(null, true),
      syncNow: () => api.syncNow(null),
      removeSource: () => api.removeSource('records'),
      rejected: () => api.rejected(page),
      metrics: () => api.metrics({ scope: month, by: ['agent'], metrics: [] }),
      explain: () => api.explain({ metric: 'first_response_time', scope: month, limit: 5 }),
      metricsMany: () =>
        api.metricsMany([
          { scope: month, by: ['day'], metrics: [] },
          { scope: { ...month, hours: 'business' }, by: [], metrics: ['first_response_time'] },
        ]),
      compareDefinitions: () =>
        api.compareDefinitions({
          metric: 'first_response_time',
          scope: month,
          one: 'floorwalker',
          other: 'chatwoot',
        }),
      insights: () => api.insights({ scope: month }),
      suggestTopics: () => api.suggestTopics({ scope: month }),
      readHolidays: () =>
        api.readHolidays({
          calendar: holidayFile,
          zone: 'Europe/Berlin',
          week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
          exceptions: [],
        }),
      saveTable: () =>
        api.saveTable({
          format: 'xlsx',
          name: 'agents',
          title: 'Agents',
          columns: [{ title: 'Agent', kind: 'text' }],
          rows: [['Ana']],
          zone: 'UTC',
          notes: [],
        }),
      conversations: () => api.conversations(list),
      conversation: () => api.conversation(first),
      timeline: () => api.timeline({ conversation: first, from: { kind: 'place', place: 0 }, limit: 50 }),
      holdings: () => api.holdings({ scope: wholeScope(until - day, until) }),
      assignmentLog: () => api.assignmentLog({ scope: month, flaggedOnly: false, ...page }),
      flags: () => api.flags(flags),
      actOnFlags: () =>
        api.actOnFlags({
          flags: [flagged.rows[0]?.id ?? ''],
          act: { kind: 'done', reason: 'We called.' },
          by: 'Katrin',
        }),
      actOnFlagGroup: () =>
        api.actOnFlagGroup({
          scope: month,
          rule: 'first_response',
          act: { kind: 'own', owner: 'Katrin' },
          by: 'Katrin',
        }),
      raiseFlag: () =>
        api.raiseFlag({ conversation: first, message: null, text: 'Look', severity: 'warning', by: null }),
      flagGroups: () => api.flagGroups({ scope: month }),
      flagHistory: () => api.flagHistory(flagged.rows[0]?.id ?? ''),
      flagRates: () => api.flagRates({ scope: month }),
      previewFlagRule: () =>
        api.previewFlagRule({ rule: 'waiting', change: defaultFlagRules.waiting, zone: 'UTC' }),
      webhook: () => api.webhook(),
      keepWebhookSecret: () => api.keepWebhookSecret(null),
      testTelling: () => api.testTelling(),
      now: () => api.now({ scope: month }),
      forecast: () => api.forecast({ scope: month }),
      staffing: () => api.staffing({ scope: wholeScope(until - day, until), target: 120, share: 0.9 }),
      whatIf: () => api.whatIf({ scope: wholeScope(until - 7 * day, until), changes: [] }),
      automation: () => api.automation({ scope: month }),
      heldAt: () => api.heldAt({ scope: month, at: until - 1000, ...page }),
      assignmentPath: () => api.assignmentPath(first),
      handOvers: () => api.handOvers({ scope: month }),
      report: () => api.report(report),
      reportPage: () => api.reportPage(report),
      saveReport: () => api.saveReport({ ...report, format: 'pdf' }),
      reportTemplates: async () => (reportTemplates = await api.reportTemplates({ language: 'en' })),
      saveReportTemplate: async () =>
        (reportTemplate = await api.saveReportTemplate({ ...reportTemplates[0]!, id: null })),
      saveTemplateFile: () => api.saveTemplateFile({ id: reportTemplate!.id, language: 'en' }),
      readTemplateFile: () =>
        api.readTemplateFile({ text: new TextDecoder().decode(shell.saved.at(-1)!.bytes) }),
      removeReportTemplate: () => api.removeReportTemplate(reportTemplate!.id),
      issuedReports: async () => (issued = await api.issuedReports(page)).rows,
      saveIssuedReport: () => api.saveIssuedReport({ id: issued!.rows[0]!.id }),
      footnote: () => api.footnote({ id: `${issued!.rows[0]!.fingerprint.slice(0, 6).toUpperCase()}-1` }),
      checkReport: () => api.checkReport({ file: 'bm90IGEgcmVwb3J0' }),
      saveSchedule: async () => (schedule = await api.saveSchedule(scheduleDraft)),
      schedules: () => api.schedules(),
      runSchedule: () => api.runSchedule({ id: schedule!.id, period: null }),
      scheduleRuns: () => api.scheduleRuns({ schedule: null, ...page }),
      removeSchedule: () => api.removeSchedule(schedule!.id),
      chooseFolder: () => api.chooseFolder(),
      checkFolder: () => api.checkFolder({ folder: dir }),
      saveRows: () =>
        api.saveRows({
          dataset: 'conversations',
          format: 'csv',
          scope: month,
          language: 'en',
          hideNames: true,
        }),
      cancelRows: () => api.cancelRows(),
      questionViews: () => api.questionViews({ language: 'en' }),
      askQuestion: () =>
        api.askQuestion({ id: 'q', sql: 'SELECT count(*) FROM conversations', rows: 10, seconds: 10 }),
      cancelQuestion: () => api.cancelQuestion('q'),
      saveQuestion: async () =>
        (question = await api.saveQuestion({ id: null, name: 'All', sql: 'SELECT 1' })),
      savedQuestions: () => api.savedQuestions(),
      removeQuestion: () => api.removeQuestion(question!.id),
      search: () => api.search({ text: 'order', zone: 'UTC', order: 'newest', ...page }),
      searchInside: () => api.searchInside({ conversation: first, text: 'order', zone: 'UTC' }),
      searchIndex: () => api.searchIndex(),
      rebuildSearch: () => api.rebuildSearch(),
      transcript: () => api.transcript(transcript),
      saveTranscript: () => api.saveTranscript(transcript),
      scorecardTemplates: async () => (templates = await api.scorecardTemplates()),
      saveScorecard: async () => (scorecard = await api.saveScorecard(templates[0]!.draft)),
      scorecards: () => api.scorecards(),
      checkConversation: () => api.checkConversation({ conversation: first, scorecard: scorecard! }),
      previewSample: () => api.previewSample(recipe()),
      drawSample: async () => (sample = await api.drawSample(recipe())),
      samples: () => api.samples(),
      queue: () => api.queue({ reviewer: 'Kim', sample: null }),
      beginReview: async () =>
        (review = await api.beginReview({
          conversation: first,
          scorecard: scorecard!,
          sample: null,
          reviewer: 'Kim',
        })),
      saveReview: () =>
        api.saveReview(review!.id, {
          ratings: criteriaOf(scorecard!.sections).map(({ id }) => ({
            criterion: id,
            message: null,
            level: 1,
            causes: [],
            note: '',
            proposed: null,
          })),
          notes: [],
          tags: [],
          comment: 'Kind.',
        }),
      actOnReview: () => api.actOnReview(review!.id, { kind: 'submit' }),
      review: () => api.review({ id: review!.id, asker: 'Kim' }),
      reviews: () =>
        api.reviews({ scope: month, states: [], reviewers: [], agents: [], conversation: null, ...page }),
      auditResults: () =>
        api.auditResults({ scope: month, scorecard: null, reviewers: [], includePicked: true }),
      coaching: () =>
        api.coaching({ agent: conversations.rows.find(({ agent }) => agent)!.agent!, scope: month }),
      agreement: () => api.agreement({ sample: sample!.id, asker: 'Kim' }),
      consistency: () => api.consistency({ scope: month }),
      saveCanonicalAnswer: () =>
        api.saveCanonicalAnswer({ question: 'Do you ship abroad?', answer: 'Yes.', by: 'Kim' }),
      saveQueueFile: () => api.saveQueueFile({ reviewer: 'Kim', content: 'queue' }),
      mergeReviews: () =>
        api.mergeReviews({
          file: new TextDecoder().decode(shell.saved.at(-1)!.bytes),
          dry: true,
          choices: {},
        }),
      closeSample: () => api.closeSample(sample!.id),
      archiveScorecard: () => api.archiveScorecard(scorecard!.id, true),
    }
    expect(Object.keys(api).sort()).toEqual(Object.keys(requests).sort())
    for (const [name, request] of Object.entries(requests)) {
      const answer = await request()
      // What crosses a socket must cross it whole.
      expect(JSON.parse(JSON.stringify(answer ?? null)), name).toEqual(answer ?? null)
    }
    await api.pauseSync(null, false)
    expect(shell.saved.map(({ name }) => name)).toEqual([
      'agents.xlsx',
      'floorwalker-weekly-2026-04-18.pdf',
      'executive-page.floorwalker.json',
      'floorwalker-weekly-2026-04-18.pdf',
      'chat.txt',
      expect.stringMatching(/^floorwalker-queue/),
    ])
    expect(conversations.total).toBeGreaterThan(1000)
  })

  it('refuses a file that is not there before anything is added', async () => {
    const failure = await failureOf(() =>
      engine.api.addSource({ kind: 'records', files: [join(dir, 'nowhere.ndjson')] }),
    )
    expect(failure).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('There is no file') as unknown,
    })
    expect((await engine.api.syncHealth()).sources.map(({ kind }) => kind)).toEqual(['sample'])
  })

  it('shows one number the same in a figure, in its evidence and in the list behind it', async () => {
    const { api } = engine
    const answer = await api.metrics({ scope: month, by: ['day'], metrics: ['messages_received'] })
    const total = (answer.total.metrics.messages_received as ValueFigure).value
    const days = answer.rows.map((row) => (row.metrics.messages_received as ValueFigure).value ?? 0)
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(total)
    const { includedTotal, figure } = await api.explain({
      metric: 'messages_received',
      scope: month,
      limit: 1,
    })
    expect([includedTotal, (figure as ValueFigure).value]).toEqual([total, total])
  })

  it('says who holds a workspace that a second engine asks for', async () => {
    const failure = await failureOf(() => openEngine(dir))
    expect(failure.kind).toBe('locked')
    expect(failure.message).toContain(`in use by the web console (process ${process.pid})`)
    expect((await engine.api.workspace()).name).not.toBe('')
  })

  it('can be looked at beside a running one, and nothing is changed that way', async () => {
    const look = await openEngine(dir, { mode: 'read' })
    try {
      expect(await look.api.conversations(list)).toEqual(await engine.api.conversations(list))
      const query = { scope: month, by: [], metrics: [] } as const
      expect((await look.api.metrics(query)).total).toEqual((await engine.api.metrics(query)).total)
      expect((await failureOf(() => look.api.saveSettings({ theme: 'dark' }))).kind).toBe('locked')
      expect((await failureOf(() => look.api.syncNow(null))).kind).toBe('locked')
    } finally {
      await look.close()
    }
  })

  it('derives everything again when targets change, and the numbers follow', async () => {
    const { api } = engine
    const raised = async () => {
      const { total } = await api.metrics({
        scope: month,
        by: [],
        metrics: ['flags_raised', 'messages_sent'],
      })
      return [total.metrics.flags_raised, total.metrics.messages_sent].map(
        (figure) => (figure as ValueFigure).value,
      )
    }
    const before = await api.settings()
    const [flagsBefore, sentBefore] = await raised()
    const change = async (flagRules: Settings['flagRules']) => {
      const done = numbersChanged(engine)
      await api.saveSettings({ flagRules })
      await done
    }
    await change(noFlags)
    // Texts that came in bulk are read in the background and change numbers too: whose change came is not told.
    await expect.poll(raised).toEqual([0, sentBefore])
    await change(before.flagRules)
    await expect.poll(raised).toEqual([flagsBefore, sentBefore])
    expect(flagsBefore).toBeGreaterThan(0)
  }, 120_000)

  it('keeps no setting of a change that is partly wrong', async () => {
    const before = await engine.api.settings()
    const wrong = { theme: 'light', zone: 'Mars/Olympus' } as const
    expect((await failureOf(() => engine.api.saveSettings(wrong))).kind).toBe('invalid')
    expect(await engine.api.settings()).toEqual(before)
  })

  it('refuses a request about what is not there, in words', async () => {
    const failure = await failureOf(() => engine.api.conversation('no such conversation'))
    expect([failure.kind, failure.hint]).toEqual(['invalid', expect.stringMatching(/\w/)])
    expect((await failureOf(() => engine.api.removeSource('nobody'))).kind).toBe('invalid')
    const secret = 'a token with blanks'
    const refusal = await failureOf(() =>
      engine.api.addSource({ kind: 'whatsapp-cloud', collector: 'https://c.example', token: secret }),
    )
    expect(refusal.kind).toBe('invalid')
    expect(JSON.stringify(refusal)).not.toContain(secret)
  })

  it('answers the median of a duration from the same values it shows', async () => {
    const { figure, included, includedTotal } = await engine.api.explain({
      metric: 'first_response_time',
      scope: month,
      limit: 100_000,
    })
    const values = included.map(({ value }) => value ?? 0).sort((a, b) => a - b)
    expect(values).toHaveLength(includedTotal)
    const { count, min, max } = figure as DurationFigure
    expect([count, min, max]).toEqual([values.length, values[0], values.at(-1)])
  })
})

/** Resolves when the screens are next told that numbers changed. */
function numbersChanged(one: Engine): Promise<void> {
  return new Promise((resolve) => {
    const stop = one.listen('changed', ({ topics }: { readonly topics: readonly Topic[] }) => {
      if (!topics.includes('numbers')) return
      stop()
      resolve()
    })
  })
}

describe('a workspace of a newer version', () => {
  it.each(['cache.db', 'workspace.db'])('is refused and left as it was (%s)', async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'floorwalker-engine-'))
    try {
      await (await openEngine(folder)).close()
      const db = new Database(join(folder, file))
      db.pragma('user_version = 99')
      db.close()
      for (const mode of ['write', 'read'] as const) {
        const failure = await failureOf(() => openEngine(folder, { mode }))
        expect(failure.kind).toBe('newer')
        expect(failure.message).toContain(join(folder, file))
      }
      const after = new Database(join(folder, file), { readonly: true })
      expect(after.pragma('user_version', { simple: true })).toBe(99)
      after.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
  it('stops the sync and nothing else, and is over once there is space', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'floorwalker-engine-'))
    const child = fork(new URL('./engineProcess.ts', import.meta.url), [folder], { execArgv: [] })
    const limit = (bytes: string) =>
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`])
    const ask = <Answer>(method: string, ...args: readonly unknown[]) =>
      new Promise<Answer>((resolve) => {
        child.once('message', (answer) => resolve(answer as Answer))
        child.send({ method, args })
      })
    /** Asks again and again until the one source is as wanted. */
    const untilSource = async (wanted: (source: SourceState) => boolean) => {
      for (;;) {
        const health = await ask<SyncHealth>('syncHealth')
        const [source] = health.sources
        if (source && wanted(source)) return { source, health }
      }
    }
    try {
      await ask('workspace')
      // Files may not grow beyond this: what a full disk does, without filling one.
      limit(String(6 * 2 ** 20))
      await ask('addSource', { kind: 'sample', seed: 1, until, live: false })
      const { source, health } = await untilSource(({ failure }) => failure !== null)
      expect(source.failure).toMatchObject({ kind: 'full', message: expect.stringContaining('kept') })
      expect(source.backfilled).toBe(false)
      expect(health.storage.messages).toBeGreaterThan(100)
      const { total } = await ask<{ total: number }>('conversations', list)
      expect(total).toBeGreaterThan(0)

      limit('unlimited')
      await ask('syncNow', null)
      const after = await untilSource(({ backfilled }) => backfilled)
      expect(after.source.failure).toBeNull()
      expect(after.health.storage.messages).toBe((await engine.api.syncHealth()).storage.messages)
    } finally {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})
