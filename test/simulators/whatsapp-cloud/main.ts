/**
 * `npm run simulate -- --collector URL [--conversations N] [--seed N] [--calm]`: posts a team's day to a running
 * collector, signed with the secret in FLOORWALKER_APP_SECRET, and says what a console must hold afterwards.
 */
import { parseArgs } from 'node:util'
import { playDay } from './playDay.ts'
import { calm, stormy } from './switches.ts'

const { values } = parseArgs({
  options: {
    collector: { type: 'string' },
    conversations: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    calm: { type: 'boolean', default: false },
  },
})
const appSecret = process.env['FLOORWALKER_APP_SECRET'] ?? ''
const conversations = Number(values.conversations)
const seed = Number(values.seed)

if (
  values.collector === undefined ||
  appSecret === '' ||
  !Number.isInteger(conversations) ||
  !Number.isInteger(seed)
) {
  console.error(`Plays a team's day on WhatsApp to a collector.

1. Start one:   FLOORWALKER_APP_SECRET=… FLOORWALKER_VERIFY_TOKEN=… FLOORWALKER_CONSOLE_TOKEN=… \\
                npm run -s collect -- --port 8787 --data FOLDER
2. Then:        FLOORWALKER_APP_SECRET=… npm run -s simulate -- --collector http://127.0.0.1:8787

Also: --conversations N (${values.conversations}), --seed N (${values.seed}), --calm (nothing goes wrong).`)
  process.exit(2)
}

// The day ended just now, so that a console shows it as today.
const now = Date.now() - 9 * 60 * 60 * 1000
const switches = values.calm ? calm : { ...stormy, offboarding: false }
try {
  const { oracle, bodiesSent, refused } = await playDay({
    collectorUrl: values.collector,
    appSecret,
    ...(process.env['FLOORWALKER_RECORDS_SECRET'] === undefined
      ? {}
      : { recordsSecret: process.env['FLOORWALKER_RECORDS_SECRET'] }),
    seed,
    conversations,
    switches,
    now,
  })
  const inbound = oracle.messages.filter((message) => message.direction === 'in').length
  console.log(`${bodiesSent} bodies taken, ${refused} forged ones refused.
A console must now hold ${oracle.messages.length} messages (${inbound} received, ${oracle.messages.length - inbound} sent) of ${oracle.contacts.length} contacts,
${oracle.conversations} conversations, ${oracle.assignments} assignments, ${oracle.comments} comments, ${oracle.closings} closings, and ${oracle.rejects} things in quarantine.`)
} catch (error) {
  console.error(
    `The day broke off: ${error instanceof Error ? error.message : String(error)}. What the collector took, it kept.`,
  )
  process.exit(1)
}
