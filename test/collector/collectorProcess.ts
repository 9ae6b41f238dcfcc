/** A collector in a process of its own, for tests that kill it. Its one argument is the folder of its log. */
import { collectorOptionsFromEnv, runCollector } from '../../src/collector/main.ts'

const [dataDir = ''] = process.argv.slice(2)
const collector = await runCollector(collectorOptionsFromEnv(process.env, { port: 0, dataDir }))
process.stdout.write(`listening on ${collector.url}\n`)
