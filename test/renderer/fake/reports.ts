/** Made-up answers about reports, schedules and the SQL console. What is kept is kept until the console ends. */
import type { Api, List } from '../../../src/shared/contract.ts'
import { RequestError } from '../../../src/shared/client.ts'
import { addDays, startOfWeek } from '../../../src/shared/period.ts'
import type {
  IssuedReport,
  ReportCheck,
  ReportTemplate,
  ReportTemplateDraft,
  ScheduleRun,
  ScheduleState,
} from '../../../src/shared/reporting.ts'
import { shippedIn } from '../../../src/main/reports/templates/shipped.ts'
import { html } from '../../../src/main/print/markup.ts'
import { selfContainedPage } from '../../../src/main/print/page.ts'
import { evidenceAt } from './chats.ts'
import { day, hour, pick, zone } from './world.ts'

type FakeReports = Pick<
  Api,
  | 'reportTemplates'
  | 'saveReportTemplate'
  | 'removeReportTemplate'
  | 'saveTemplateFile'
  | 'readTemplateFile'
  | 'reportPage'
  | 'saveReport'
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
  | 'checkFolder'
  | 'saveRows'
  | 'cancelRows'
  | 'questionViews'
  | 'askQuestion'
  | 'cancelQuestion'
  | 'savedQuestions'
  | 'saveQuestion'
  | 'removeQuestion'
>

interface FakeReportPorts {
  readonly now: () => number
  readonly changed: () => void
  readonly saving: (rows: number, of: number | null) => void
}

const unknown = () => Promise.reject(new Error('Not made up yet.'))
const noFilters = { agents: [], teams: [], channels: [], categories: [] }
const home = '/home/you/reports'

export function fakeReports({ now, changed, saving }: FakeReportPorts): FakeReports {
  let templates: readonly ReportTemplate[] = [ownTemplate()]
  let schedules: readonly ScheduleState[] = schedulesAt(now())
  let runs: readonly ScheduleRun[] = runsAt(now())
  const issued = issuedAt(now())
  let made = 0
  let cancelled = false
  const keep = <T>(value: T): T => {
    changed()
    return value
  }
  const find = (id: string) => {
    const found = schedules.find((schedule) => schedule.id === id)
    if (found === undefined) throw refused('This schedule is not there any more.', 'Look at the list again.')
    return found
  }

  return {
    reportTemplates: async ({ language }) => [...shippedIn(language), ...templates],
    async saveReportTemplate(draft) {
      if (draft.blocks.length === 0)
        throw refused(
          'The report template cannot be taken: its blocks is empty: a report needs a block. Nothing was changed.',
          'Correct that, or begin with one of the templates that are shipped.',
        )
      made += 1
      const id = draft.id ?? `own-${made + 1}`
      const kept = { ...draft, id, shipped: false, version: made }
      templates = [...templates.filter((one) => one.id !== id), kept]
      return keep(kept)
    },
    async removeReportTemplate(id) {
      templates = templates.filter((one) => one.id !== id)
      changed()
    },
    saveTemplateFile: async ({ id }) => ({ saved: `/home/you/${id}.floorwalker.json` }),
    async readTemplateFile({ text }) {
      try {
        return (JSON.parse(text) as { readonly template: ReportTemplateDraft }).template
      } catch {
        throw refused(
          'This file is no report template: it is no JSON. Nothing was changed.',
          'Choose another.',
        )
      }
    },
    async reportPage(query) {
      const known = [...shippedIn(query.language), ...templates].find(({ id }) => id === query.template)
      const template = query.draft ?? known
      if (template === undefined) throw refused('There is no such template.', 'Choose another.')
      return { html: pageOf(template, query.language) }
    },
    saveReport: async ({ format }) => ({ saved: `${home}/floorwalker-weekly-2026-05-04.${format}` }),
    issuedReports: async ({ after, limit }) => pageOfRows(issued, after, limit),
    saveIssuedReport: async ({ id }) => ({
      saved: `${home}/${issued.find((one) => one.id === id)?.fileName ?? id}`,
    }),
    async footnote({ id }) {
      if (!/^\s*[0-9a-f]{6}-?\d+\s*$/i.test(id))
        throw refused(`“${id}” is no footnote of a report.`, 'Type it as it is printed, such as 3F9C1A-12.')
      const conversations = evidenceAt(now())
        .slice(0, 6)
        .map(({ conversation }) => conversation)
      return {
        issued: issued[0]!,
        about: 'First response, Jonas Weber',
        total: 41,
        conversations: [...new Set(conversations)],
      }
    },
    checkReport: async ({ file }) => checkOf(atob(file), issued[0]!),
    schedules: async () => schedules,
    async saveSchedule(draft) {
      if (!draft.folder.startsWith('/'))
        throw refused(
          'The schedule was not kept: the folder is no whole path from the root of the disk.',
          'Correct it, and save it again.',
        )
      const before = schedules.find(({ id }) => id === draft.id)
      made += 1
      const kept: ScheduleState = {
        ...draft,
        id: draft.id ?? `schedule-${made + 10}`,
        since: before?.since ?? now(),
        nextAt: draft.active ? startOfWeek(now() + 7 * day, zone) + 7.5 * hour : null,
        last: before?.last ?? null,
      }
      schedules = before ? schedules.map((one) => (one.id === kept.id ? kept : one)) : [...schedules, kept]
      return keep(kept)
    },
    async removeSchedule(id) {
      schedules = schedules.filter((one) => one.id !== id)
      changed()
    },
    async runSchedule({ id, period }) {
      const schedule = find(id)
      const monday = startOfWeek(now(), zone)
      const run: ScheduleRun = {
        ...(period ?? { from: addDays(monday, -7, zone), to: monday }),
        schedule: id,
        dueAt: now(),
        state: 'done',
        tries: 1,
        triedAt: now(),
        madeAt: now(),
        files: schedule.formats.map((format) => `${schedule.folder}/${schedule.name}.${format}`),
        completeTo: null,
        reason: null,
      }
      runs = [run, ...runs.filter((one) => one.schedule !== id || one.from !== run.from)]
      schedules = schedules.map((one) => (one.id === id ? { ...one, last: run } : one))
      return keep(run)
    },
    scheduleRuns: async ({ schedule, after, limit }) =>
      pageOfRows(
        runs.filter((run) => schedule === null || run.schedule === schedule),
        after,
        limit,
      ),
    chooseFolder: async () => ({ folder: null }),
    checkFolder: async () => ({ canChoose: false, trouble: null }),
    async saveRows({ dataset, format }) {
      cancelled = false
      const of = dataset === 'messages' ? 184_211 : 31_902
      for (let step = 1; step <= 10; step += 1) {
        await new Promise((resolve) => void setTimeout(resolve, 200))
        if (cancelled) return { saved: null, rows: 0 }
        saving(Math.round((of * step) / 10), of)
      }
      return { saved: `${home}/${dataset}.${format}`, rows: of }
    },
    cancelRows: async () => {
      cancelled = true
    },
    questionViews: async () => views,
    askQuestion: unknown,
    cancelQuestion: async () => undefined,
    savedQuestions: async () => [],
    saveQuestion: unknown,
    removeQuestion: async () => undefined,
  }
}

function refused(message: string, hint: string): RequestError {
  return new RequestError({ kind: 'invalid', message, hint })
}

function pageOfRows<T>(
  rows: readonly T[],
  after: string | null,
  limit: number,
): List<T> & { readonly total: number } {
  const from = Number(after ?? 0)
  const next = from + limit < rows.length ? String(from + limit) : null
  return { rows: rows.slice(from, from + limit), next, total: rows.length }
}

function ownTemplate(): ReportTemplate {
  const weekly = shippedIn('en').find(({ id }) => id === 'weekly')!
  return {
    ...weekly,
    id: 'own-1',
    name: 'Monday meeting, Orders and Returns',
    about: 'Two pages for the meeting at nine.',
    shipped: false,
    version: 3,
    blocks: [
      {
        id: 'greeting',
        kind: 'text',
        title: null,
        width: 'full',
        text: 'Good morning!\nPlease read before nine.',
      },
      ...weekly.blocks.slice(0, 6),
      { id: 'lines', kind: 'notes', title: 'What we will do', width: 'full', lines: 6 },
    ],
  }
}

/** One box a block, so that sheets fill as they would. */
function pageOf(template: ReportTemplateDraft | ReportTemplate, language: string): string {
  return selfContainedPage({
    language,
    title: template.name,
    paper: template.paper,
    style: `h1 { color: ${/^#[0-9a-f]{6}$/.test(template.look.accent) ? template.look.accent : '#000000'} }
      section { margin: 0 0 6mm; padding: 4mm; border-top: 1px solid #d6d6d1; break-inside: avoid; min-height: 34mm; }`,
    edges: {
      topLeft: 'Nordlicht',
      topRight: 'Customers’ names hidden',
      bottomLeft: '',
      of: 'of',
      logo: template.look.logo,
      accent: template.look.accent,
    },
    body: html`<h1>${template.name}</h1>
      ${template.blocks.map(
        (block) =>
          html`<section>
            <h2>${block.title ?? block.kind}</h2>
            <p>${block.kind === 'text' ? block.text : ''}</p>
          </section>`,
      )}`,
  })
}

function schedulesAt(now: number): readonly ScheduleState[] {
  const [first, second, third] = runsAt(now)
  const shared = { zone, hideNames: true, filters: noFilters, patience: 240, since: now - 90 * day }
  return [
    {
      ...shared,
      id: 'schedule-1',
      name: 'Monday meeting',
      template: 'own-1',
      every: 'week',
      on: 1,
      at: '07:30',
      language: 'en',
      formats: ['pdf', 'xlsx'],
      folder: `${home}/monday`,
      active: true,
      nextAt: startOfWeek(now + 7 * day, zone) + 7.5 * hour,
      last: first ?? null,
    },
    {
      ...shared,
      id: 'schedule-2',
      name: 'Tagesbericht für die Rücksendungen',
      template: 'day',
      every: 'day',
      on: 1,
      at: '06:00',
      language: 'de',
      formats: ['pdf'],
      folder: '/mnt/share/berichte/rücksendungen/täglich',
      filters: { ...noFilters, teams: ['returns'] },
      active: true,
      nextAt: now + 9 * hour,
      last: second ?? null,
    },
    {
      ...shared,
      id: 'schedule-3',
      name: '每月總覽',
      template: 'month',
      every: 'month',
      on: 2,
      at: '08:00',
      zone: 'Asia/Taipei',
      language: 'zh-TW',
      formats: ['csv'],
      folder: `${home}/monthly`,
      active: false,
      nextAt: null,
      last: third ?? null,
    },
  ]
}

function runsAt(now: number): readonly ScheduleRun[] {
  const monday = startOfWeek(now, zone)
  const base = { tries: 1, completeTo: null, reason: null }
  const run = (schedule: string, from: number, to: number, more: Partial<ScheduleRun>): ScheduleRun => ({
    ...base,
    schedule,
    from,
    to,
    dueAt: to + 7.5 * hour,
    state: 'done',
    triedAt: to + 8 * hour,
    madeAt: to + 8 * hour,
    files: [
      `${home}/monday/Monday-meeting-2026-05-04-sche.pdf`,
      `${home}/monday/Monday-meeting-2026-05-04-sche.xlsx`,
    ],
    ...more,
  })
  const today = now - (now % day)
  return [
    run('schedule-1', addDays(monday, -7, zone), monday, {}),
    run('schedule-2', today - day, today, {
      state: 'failed',
      tries: 5,
      madeAt: null,
      files: [],
      reason:
        'The folder /mnt/share/berichte/rücksendungen/täglich is not there; the report was not written.',
    }),
    run('schedule-3', today - 60 * day, today - 30 * day, { completeTo: today - 31 * day }),
    run('schedule-2', today - 2 * day, today - day, {}),
    run('schedule-1', addDays(monday, -14, zone), addDays(monday, -7, zone), {
      state: 'waiting',
      tries: 2,
      madeAt: null,
      files: [],
      reason: 'The browser that prints did not answer within a minute.',
    }),
    run('schedule-2', today - 9 * day, today - 8 * day, {
      state: 'left_out',
      tries: 0,
      madeAt: null,
      files: [],
    }),
  ]
}

function issuedAt(now: number): readonly IssuedReport[] {
  const monday = startOfWeek(now, zone)
  return Array.from({ length: 64 }, (_, index) => {
    const format = pick(`format ${index}`, ['pdf', 'pdf', 'xlsx', 'csv'] as const)
    const from = addDays(monday, -7 * (index + 1), zone)
    const hash = Array.from({ length: 16 }, (_, at) => pick(`${index} ${at}`, hexPairs)).join('')
    return {
      id: `issued-${index}`,
      name: pick(`name ${index}`, ['Weekly report', 'Monday meeting, Orders and Returns', '每週報表']),
      template: 'weekly',
      format,
      language: pick(`language ${index}`, ['en', 'de', 'zh-TW'] as const),
      scope: { ...noFilters, from, to: addDays(from, 7, zone), zone },
      hideNames: index % 5 !== 3,
      issuedAt: now - index * 2 * day - hour,
      by: index % 3 === 0 ? 'person' : 'schedule',
      fingerprint: hash,
      fileHash: hash.toUpperCase().toLowerCase() + hash,
      fileName: `floorwalker-weekly-2026-05-${String((index % 28) + 1).padStart(2, '0')}.${format}`,
      bytes: 180_000 + index * 4321,
      version: '0.1.0',
    }
  })
}

const hexPairs = ['9f', '3c', '1a', '07', '52', 'be', 'e4', '1d', 'a0', '6b'] as const

/** What a file says decides what is found: `changed`, `unknown` and so on in it. */
function checkOf(text: string, issued: IssuedReport): ReportCheck {
  const nothing = {
    trouble: null,
    figures: null,
    definitions: null,
    settings: null,
    differences: [],
  } as const
  if (text === '')
    return { ...nothing, file: 'unreadable', trouble: 'empty', fingerprint: null, issued: null }
  if (text.includes('unknown')) return { ...nothing, file: 'unknown', fingerprint: null, issued: null }
  if (text.includes('differ') || text.includes('changed'))
    return {
      ...nothing,
      file: text.includes('changed') ? 'changed' : 'issued',
      fingerprint: issued.fingerprint,
      issued,
      figures: 'differ',
      definitions: 'changed',
      settings: 'same',
      differences: [
        { block: 'Figures', what: 'First response, median', was: '1 min 58 s', is: '2 min 4 s' },
        { block: 'Agents', what: 'Jonas Weber, handled', was: '105', is: '107' },
      ],
    }
  return {
    ...nothing,
    file: 'issued',
    fingerprint: issued.fingerprint,
    issued,
    figures: 'hold',
    definitions: 'same',
    settings: 'same',
  }
}

const views = (['conversations', 'messages'] as const).map((name) => ({
  name,
  about: `One row a ${name.slice(0, -1)}.`,
  columns: [
    { name: 'id', type: 'TEXT', about: 'As the source has it.' },
    { name: 'opened_at', type: 'TEXT', about: 'When it began, in UTC.' },
    { name: 'channel', type: 'TEXT', about: 'The name of the channel.' },
    {
      name: 'first_response_time',
      type: 'REAL',
      about: 'Seconds from the first message to the first reply of a person.',
    },
    {
      name: 'csat',
      type: 'INTEGER',
      about: 'What the customer gave, 1 to 5; empty where nobody was asked or answered.',
    },
  ],
}))
