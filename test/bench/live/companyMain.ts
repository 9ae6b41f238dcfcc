/** The company's process: does what it is asked by its parent, and ends with it. */
import { runCollector, type RunningCollector } from '../../../src/collector/main.ts'
import { clockOf } from '../../../src/main/engine/clock.ts'
import { playTo, postRecords, type Player } from '../../simulators/live/player.ts'
import { companyOf, recordsOf, type Timed } from '../../simulators/live/records.ts'
import { tellDay, type Day } from '../../simulators/live/stories.ts'
import { secret, token, type Ask, type Told } from './company.ts'

/** Records in one body. */
const mostRecords = 1000

let collector: RunningCollector | null = null
let player: Player | null = null

async function open({ dataDir, day, before }: Extract<Ask, { kind: 'open' }>): Promise<Told> {
  collector = await runCollector({
    port: 0,
    dataDir,
    env: {
      FLOORWALKER_APP_SECRET: secret,
      FLOORWALKER_VERIFY_TOKEN: 'the-word-to-verify',
      FLOORWALKER_CONSOLE_TOKEN: token,
      FLOORWALKER_REQUESTS_PER_SECOND: '1000000',
    },
    now: Date.now,
    log: { write: () => true },
  })
  const { url } = collector
  const known = before ? eventsOf(day).filter(({ at }) => at < day.from) : []
  const records = [...companyOf(day), ...known.flatMap((timed) => timed.records)]
  for (let from = 0; from < records.length; from += mostRecords)
    await postRecords({ url, secret }, records.slice(from, from + mostRecords))
  return { kind: 'opened', url }
}

async function play({ days, clock }: Extract<Ask, { kind: 'play' }>): Promise<Told> {
  player = playTo({ url: collector?.url ?? '', secret }, happeningIn(days), clockOf(clock))
  await player.done
  return { kind: 'played', posted: player.posted() }
}

/** From the first day's beginning to the last one's end, each day made up as it comes. */
function* happeningIn(days: readonly Day[]): Generator<Timed> {
  const from = days[0]?.from ?? Infinity
  const to = days.at(-1)?.to ?? -Infinity
  for (const day of days) yield* eventsOf(day).filter(({ at }) => at >= from && at < to)
}

function eventsOf(day: Day): readonly Timed[] {
  return tellDay(day)
    .flatMap((story) => recordsOf(story))
    .toSorted((one, other) => one.at - other.at)
}

function tell(told: Told): void {
  process.send?.(told)
}

process.on('message', (ask: Ask) => {
  if (ask.kind === 'stop') return player?.stop()
  const told = ask.kind === 'open' ? open(ask) : play(ask)
  told.then(tell, (error: unknown) => tell({ kind: 'failed', why: String(error) }))
})
// Ctrl+C reaches this process too; the parent says when it is over.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => {
  player?.stop()
  void Promise.resolve(collector?.close()).finally(() => process.exit())
})
