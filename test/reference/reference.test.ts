/** The engine and the reference implementation count the same on 200 workspaces of random records, whatever is asked. */
import { describe, expect, it } from 'vitest'
import { randomFor } from '../../src/shared/random.ts'
import { randomQuery, randomSettings } from './asking.ts'
import { chaoticRecords } from './chaos.ts'
import { compareQueries, compareWithReference } from './check.ts'
import { withWorkspace } from './workspaces.ts'

const parts = 10
const workspaces = 200 / parts
const questions = 5

describe('the reference implementation', () => {
  for (let part = 0; part < parts; part++) {
    const first = part * workspaces + 1
    it(`finds no difference in random workspaces ${first} to ${first + workspaces - 1}`, async () => {
      for (let seed = first; seed < first + workspaces; seed++) {
        const random = randomFor('asking', seed)
        const settings = random.chance(0.7) ? randomSettings(random) : {}
        await withWorkspace([chaoticRecords(seed)], settings, async ({ reader, ledger, settings: saved }) => {
          const { zone, now } = await reader.workspace()
          const queries = Array.from({ length: questions }, () => randomQuery(random, ledger, zone))
          const { figures, differences } = await compareQueries(reader, ledger, saved, queries, now)
          expect(figures).toBeGreaterThan(300)
          expect(differences, `seed ${seed}`).toEqual([])
        })
      }
    }, 120_000)
  }

  it('finds none in what verify asks: every dimension, definition and kind of filter', async () => {
    for (const seed of [1, 2, 3])
      await withWorkspace([chaoticRecords(seed)], {}, async ({ reader, dir }) => {
        const { figures, differences } = await compareWithReference(reader, dir)
        expect(figures).toBeGreaterThan(5000)
        expect(differences, `seed ${seed}`).toEqual([])
      })
  }, 120_000)
})
