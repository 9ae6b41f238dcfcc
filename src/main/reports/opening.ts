import type { MetricId } from '../../shared/metrics.ts'
import { countOf, medianOf, valueOf } from './figures.ts'
import { html, type Markup } from '../print/markup.ts'
import type { ReportContext } from './page.ts'

/** Below this a difference of medians is noise and gets no words. */
const smallestSample = 30

/** What happened, in words; only from measured differences. */
export function sentences({ report, words, format }: ReportContext): string {
  const said: string[] = []
  const opened = countOf(report.now.total.metrics.conversations_opened) ?? 0
  const before = countOf(report.before.total.metrics.conversations_opened) ?? 0
  if (opened === 0) return words('sentence.none')
  said.push(
    before === 0
      ? words('sentence.openedOnly', { count: format.count(opened) })
      : words('sentence.opened', {
          count: format.count(opened),
          change: format.change(opened, before, 'count'),
          before: periodBefore({ report, words }),
        }),
  )
  const first = report.now.total.metrics.first_response_time
  const firstBefore = report.before.total.metrics.first_response_time
  const [now, then] = [medianOf(first), medianOf(firstBefore)]
  if (now !== null) {
    const enough = [first, firstBefore].every(
      (figure) => figure && 'count' in figure && figure.count >= smallestSample,
    )
    const key =
      then === null || !enough || Math.abs(now - then) < 0.05 * then
        ? 'held'
        : now > then
          ? 'slower'
          : 'faster'
    said.push(words(`sentence.${key}`, { now: format.duration(now), before: format.duration(then) }))
    if (report.targets.firstResponse !== null)
      said.push(words('sentence.target', { target: format.duration(report.targets.firstResponse) }))
  }
  const failed = valueOf(report.now.total.metrics.failure_rate)
  if (failed?.value)
    said.push(words('sentence.failed', { share: format.rate(failed.value), of: format.count(failed.of) }))
  return said.join(' ')
}

/** What the period is compared with, in words: an unfinished one with as much of the days before. */
export function periodBefore({ report, words }: Pick<ReportContext, 'report' | 'words'>): string {
  const { from, to } = report.scope
  const unfinished = report.madeAt > from && report.madeAt < to
  return words(unfinished ? 'before.soFar' : 'before.whole', { days: report.byDayBefore.rows.length })
}

/** The six tiles: value, change against the previous period, target. A change is marked when it is worse and misses the target. */
export function tiles(context: ReportContext): Markup {
  const { report, words, format } = context
  const { targets } = report
  const now = report.now.total.metrics
  const before = report.before.total.metrics
  const duration = (id: 'first_response_time' | 'resolution_time', name: string, target: number | null) => {
    const [value, then] = [medianOf(now[id]), medianOf(before[id])]
    const bad = target !== null && value !== null && then !== null && value > then && value > target
    return tile(
      context,
      name,
      format.duration(value),
      format.change(value, then, 'seconds'),
      target === null ? null : format.duration(target),
      bad,
    )
  }
  const rate = (id: MetricId, name: string, target: number | null, higherIsBetter: boolean) => {
    const [value, then] = [valueOf(now[id]), valueOf(before[id])]
    const worse =
      value?.value != null &&
      then?.value != null &&
      (higherIsBetter ? value.value < then.value : value.value > then.value)
    const missed =
      target !== null &&
      value?.value != null &&
      (higherIsBetter ? value.value < target : value.value > target)
    const note =
      value?.of !== undefined && value.of < smallestSample
        ? words('of', { count: format.count(value.of) })
        : null
    return tile(
      context,
      name,
      format.rate(value?.value),
      format.change(value?.value, then?.value, 'rate'),
      note ?? (target === null ? null : format.rate(target)),
      worse && missed,
      note !== null,
    )
  }
  const opened = countOf(now.conversations_opened)
  const flags = countOf(now.flags_raised)
  return html`<div class="tiles together">
    ${tile(context, words('tile.conversations'), format.count(opened), format.change(opened, countOf(before.conversations_opened), 'count'), null, false)}
    ${duration('first_response_time', words('tile.first'), targets.firstResponse)}
    ${duration('resolution_time', words('tile.resolution'), targets.resolution)}
    ${rate('csat_score', words('tile.csat'), targets.csat, true)}
    ${rate('failure_rate', words('tile.failed'), targets.failureRate, false)}
    ${tile(context, words('tile.flags'), format.count(flags), format.change(flags, countOf(before.flags_raised), 'difference'), null, false)}
  </div>`
}

function tile(
  { words }: ReportContext,
  name: string,
  value: string,
  change: string,
  target: string | null,
  bad: boolean,
  plain = false,
): Markup {
  const below = target === null ? words('noTarget') : plain ? target : words('target', { value: target })
  return html`<div class="tile">
    <span class="label">${name}</span><b>${value}</b><span class="${bad ? 'bad' : 'change'}">${change}</span
    ><span>${below}</span>
  </div>`
}
