/** What is told of reports that were made, or could not be. */
import type { Language } from '../../shared/contract.ts'
import { type Format, formatFor } from '../../shared/numbers.ts'
import type { Notice } from '../../shared/telling.ts'
import { phraseWords, scheduleWords, type Words } from '../print/words.ts'
import type { ScheduleNews } from './scheduleDesk.ts'

/** Names in one line. */
const mostNames = 3

/**
 * Runs that are done or were given up, at least one, in the language of the person, not the report's. Several came
 * together, or while nobody looked: they are one line with their number.
 */
export function scheduleNotice(news: readonly ScheduleNews[], language: Language, now: number): Notice {
  const say = scheduleWords(language)
  const [first] = news
  const isOne = news.length === 1 && first !== undefined
  return {
    id: `schedule-${now}-${first?.schedule.id ?? ''}-${first?.run.from ?? ''}`,
    ...(isOne ? sentenceOf(first, language, now, say) : countOf(news, language, now, say)),
    severity: 'warning',
    sound: false,
    flag: null,
    place: 'reports',
  }
}

type Sentence = Pick<Notice, 'title' | 'body'>

function sentenceOf({ schedule, run }: ScheduleNews, language: Language, now: number, say: Words): Sentence {
  const format = formatFor(language, schedule.zone, now)
  const { name, folder } = schedule
  const about = { period: format.period(run.from, run.to), folder }
  if (run.state !== 'done') {
    const { reason, reasonWords } = run
    const body = reasonWords === undefined ? (reason ?? '') : phraseWords(language, reasonWords, format)
    return { title: say('failed', { name }), body }
  }
  const lacks =
    run.recomputed === undefined ? [] : [say('recomputing', { share: format.rate(run.recomputed, 0) })]
  const body = say(run.completeTo === null ? 'doneBody' : 'partBody', {
    ...about,
    time: format.dateTime(run.completeTo),
  })
  return { title: say('done', { name }), body: [body, ...lacks].join(' · ') }
}

/** "3 reports are there · 1 could not be made", and since when which. */
function countOf(news: readonly ScheduleNews[], language: Language, now: number, say: Words): Sentence {
  const format = formatFor(language, news[0]?.schedule.zone ?? 'UTC', now)
  const counted = (key: 'made' | 'notMade', runs: readonly ScheduleNews[]) =>
    runs.length === 0 ? [] : [say(key, { count: runs.length, shown: format.count(runs.length) })]
  const made = news.filter(({ run }) => run.state === 'done')
  const failed = news.filter(({ run }) => run.state !== 'done')
  const since = Math.min(...news.map(({ run }) => run.triedAt ?? run.dueAt))
  return {
    title: [...counted('made', made), ...counted('notMade', failed)].join(' · '),
    body: say('since', { time: format.dateTime(since), names: namesOf(news, format, say) }),
  }
}

/** Each schedule once, the last of too many as a number. */
function namesOf(news: readonly ScheduleNews[], format: Format, say: Words): string {
  const names = [...new Set(news.map(({ schedule }) => schedule.name))]
  if (names.length <= mostNames) return names.join(' · ')
  const more = names.length - mostNames
  return [...names.slice(0, mostNames), say('more', { count: more, shown: format.count(more) })].join(' · ')
}
