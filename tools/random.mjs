// npm run test:random -- [rounds]: the property tests with other examples each round, until one fails.
import { execFileSync, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkRuntime } from './runtime.mjs'

checkRuntime()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const files = execFileSync('git', ['grep', '-l', 'fc.assert', '--', 'test/*.test.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
const rounds = Number(process.argv[2] ?? 10)
for (let round = 1; round <= rounds; round += 1) {
  const seed = String(Date.now() % 2 ** 31)
  console.log(`round ${round} of ${rounds}, seed ${seed}`)
  const { status } = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--project', 'unit', '--reporter=dot', ...files],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, FLOORWALKER_SEED: seed },
    },
  )
  if (status === 0) continue
  console.error(`To repeat: FLOORWALKER_SEED=${seed} npm run test:unit`)
  process.exit(1)
}
