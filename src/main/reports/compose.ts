import type {
  Dimension,
  List,
  MetricsAnswer,
  MetricsQuery,
  Report,
  Scope,
  Settings,
  Workspace,
} from '../../shared/contract.ts'
import type { FlagQuery, Flag } from '../../shared/flags.ts'
import type { ReportQuery } from '../../shared/reporting.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { previousPeriod } from '../../shared/period.ts'

const listedFlags = 40

/** What a report asks: the same questions as the screens, answered by the same functions. */
export interface ReportPorts {
  readonly metrics: (query: MetricsQuery) => MetricsAnswer
  readonly flags: (query: FlagQuery) => Promise<List<Flag> & { readonly total: number }>
  readonly workspace: Workspace
  readonly settings: Settings
  readonly completeTo: number | null
  readonly rejected: number
}

const tiles = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
  'messages_failed',
  'messages_sent',
  'flags_raised',
  'contacts_new',
  'contacts_returning',
] as const satisfies readonly MetricId[]
const perDay = ['conversations_opened', 'first_response_time'] as const satisfies readonly MetricId[]
const perAgent = [
  'handled',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'flags_raised',
] as const satisfies readonly MetricId[]
const perChannel = [
  'conversations_opened',
  'messages_sent',
  'failure_rate',
] as const satisfies readonly MetricId[]

/** Every metric the report shows, in the catalogue's order: what its definitions page must explain. */
export const reportMetrics: readonly MetricId[] = [...tiles, 'handled', 'messages_received']

/**
 * Flags that name no customer: contacts and conversations are numbered in the order they come. Ids of either may be a
 * phone number, and what people write of a flag may say a name.
 */
function withoutCustomers(flags: readonly Flag[]): readonly Flag[] {
  const numbers = new Map<string, string>()
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? String(numbers.size + 1)
    numbers.set(key, number)
    return { id: number, name: '' }
  }
  return flags.map((flag, index) => {
    const isAboutChat = flag.subject.kind === 'conversation'
    if (!isAboutChat && flag.contact === null) return flag
    const hidden = numberOf(flag.contact?.id ?? flag.subject.id)
    return {
      ...flag,
      id: String(index + 1),
      subject: isAboutChat ? { kind: 'conversation', ...hidden } : flag.subject,
      conversation: null,
      contact: hidden,
      text: null,
      message: null,
      messages: [],
    }
  })
}

/** Gathers a report as data. Pure but for its ports; `madeAt` is the clock's reading. */
export async function composeReport(query: ReportQuery, ports: ReportPorts, madeAt: number): Promise<Report> {
  const { scope } = query
  // As the screens compare: an unfinished period with as much of the one before.
  const previous: Scope = { ...scope, ...previousPeriod(scope.from, scope.to, scope.zone, madeAt) }
  const wholePrevious: Scope = { ...scope, ...previousPeriod(scope.from, scope.to, scope.zone) }
  const ask = (asked: Scope, by: readonly Dimension[], metrics: readonly MetricId[]) =>
    ports.metrics({ scope: asked, by, metrics })
  const flags = await ports.flags({ scope, state: 'all', rules: [], after: null, limit: listedFlags })
  return {
    workspace: ports.workspace.name,
    language: query.language,
    scope,
    previous,
    madeAt,
    now: ask(scope, [], tiles),
    before: ask(previous, [], tiles),
    byDay: ask(scope, ['day'], perDay),
    byDayBefore: ask(wholePrevious, ['day'], perDay),
    byAgent: ask(scope, ['agent'], perAgent),
    byTeam: ask(scope, ['team'], perAgent),
    byCategory: ask(scope, ['category'], ['conversations_opened']),
    byCategoryBefore: ask(previous, ['category'], ['conversations_opened']),
    byChannel: ask(scope, ['channel'], perChannel),
    byHour: ask(scope, ['weekday-hour'], ['messages_received']),
    failures: ask(scope, ['error'], ['messages_failed']),
    hideNames: query.hideNames,
    flags: query.hideNames ? withoutCustomers(flags.rows) : flags.rows,
    flagsTotal: flags.total,
    targets: ports.settings.targets,
    agents: ports.workspace.agents,
    teams: ports.workspace.teams,
    channels: ports.workspace.channels,
    rejected: ports.rejected,
    completeTo: ports.completeTo,
    version: ports.workspace.version,
  }
}
