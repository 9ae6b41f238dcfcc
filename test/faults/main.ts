/**
 * `npm run faults -- kill [--cycles N] [--seed S]`: kills a syncing console N times and compares its store with the truth.
 * `npm run faults -- day [--conversations N] [--seed S]`: a day with outages, through everything.
 * `npm run faults -- review [--cycles N] [--seed S]`: kills a console N times while a review is typed in it.
 * Ends with one line and exit code 0 when nothing was lost, and 1 otherwise. A seed repeats the day and the moments.
 */
import { parseArgs } from 'node:util'
import type { Findings } from './expectation.ts'
import { runDay } from './day.ts'
import { runKills } from './kill.ts'
import { runReviewKills } from './reviewKill.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cycles: { type: 'string', default: '500' },
    conversations: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const seed = Number(values.seed)
const cycles = Number(values.cycles)
const conversations = Number(values.conversations)
const [what] = positionals
/** As much of what was typed may be lost. Milliseconds. */
const mostBehind = 300
const known = [seed, cycles, conversations].every((number) => Number.isInteger(number) && number >= 0)

if (known && what === 'kill') process.exitCode = await kills()
else if (known && what === 'day') process.exitCode = await day()
else if (known && what === 'review') process.exitCode = await review()
else {
  console.error(
    'npm run faults -- kill [--cycles N] [--seed S]\nnpm run faults -- day [--conversations N] [--seed S]\nnpm run faults -- review [--cycles N] [--seed S]',
  )
  process.exitCode = 2
}

async function kills(): Promise<number> {
  console.log(`${cycles} kills, seed ${seed}`)
  const report = await runKills({
    cycles,
    seed,
    onCycle(done, findings) {
      if (done % 25 === 0) console.log(`${done} kills: ${summary(findings)}`)
    },
  })
  const { findings, differences, unverified } = report
  for (const [kind, examples] of Object.entries(findings) as [string, readonly string[]][])
    for (const example of new Set(examples.slice(0, 5))) console.log(`  ${kind}: ${example.slice(0, 300)}`)
  for (const difference of [...differences, ...unverified])
    console.log(`  in the end: ${difference.slice(0, 600)}`)
  const equal = differences.length + unverified.length === 0
  console.log(
    `(${report.midPage} kills between a page’s arrival and its commit, ${report.starting} before the first word; a last one at rest)`,
  )
  console.log(
    `${cycles} kills: ${summary(findings)}, ${equal ? 'equal to the oracle' : 'NOT equal to the oracle'} (seed ${seed})`,
  )
  return equal && Object.values(findings).every((list) => list.length === 0) ? 0 : 1
}

function summary({ lost, doubled, ahead, torn, damaged }: Findings): string {
  const rest = torn.length + damaged.length === 0 ? '' : `, ${torn.length} torn, ${damaged.length} damaged`
  return `${lost.length} lost, ${doubled.length} doubled, ${ahead.length} cursors ahead${rest}`
}

async function day(): Promise<number> {
  const { messages, refused, outages, noticed, differences } = await runDay({ seed, conversations })
  for (const difference of differences) console.log(`  ${difference.slice(0, 600)}`)
  const equal = differences.length === 0 && noticed === outages
  console.log(
    `A day of ${messages} messages through ${outages} outages, ${refused} forged bodies refused: ${equal ? 'equal to the oracle' : 'NOT equal to the oracle'} (seed ${seed})`,
  )
  return equal ? 0 : 1
}

async function review(): Promise<number> {
  console.log(`${cycles} kills while typing, seed ${seed}`)
  const { strokes, lost, damaged, behind } = await runReviewKills({
    cycles,
    seed,
    onCycle(done) {
      if (done % 25 === 0) console.log(`${done} kills`)
    },
  })
  for (const finding of [...lost, ...damaged]) console.log(`  ${finding.slice(0, 300)}`)
  const worst = Math.max(0, ...behind)
  const late = behind.filter((ms) => ms > mostBehind).length
  console.log(
    `${cycles} kills in ${strokes} strokes: ${lost.length} kept strokes lost, ${damaged.length} drafts damaged, at most ${worst} ms of typing behind, ${late} times more than ${mostBehind} (seed ${seed})`,
  )
  return lost.length + damaged.length + late === 0 ? 0 : 1
}
