/** A queue goes from one running engine to another and its reviews come back, as two consoles would do it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Scorecard } from '../../../src/shared/audits.ts'
import type { ConversationQuery } from '../../../src/shared/contract.ts'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { temporaryFolder } from '../../support/database.ts'
import { createMemoryShell, openEngine, wholeScope } from '../../support/workspace.ts'
import { content, draft, hour, monday, rating } from './desk.ts'

async function openConsole() {
  const shell = createMemoryShell()
  const engine = await openEngine(temporaryFolder(), { shell })
  onTestFinished(() => engine.close())
  const savedText = () => new TextDecoder().decode(shell.saved.at(-1)?.bytes)
  return { engine, api: engine.api, savedText }
}

async function withSample(engine: Engine): Promise<Scorecard> {
  await engine.api.addSource({ kind: 'sample', seed: 7, until: Date.UTC(2026, 4, 12), live: false })
  await engine.writer?.syncOnce(null)
  await engine.reader.refresh({ conversations: null, dictionary: true })
  return engine.api.saveScorecard(draft())
}

describe('a queue between two consoles', () => {
  it('is drawn, taken along, reviewed and brought back', async () => {
    const here = await openConsole()
    const card = await withSample(here.engine)
    const { span } = await here.api.workspace()
    const sample = await here.api.drawSample({
      name: 'May',
      scope: wholeScope(span?.from ?? 0, (span?.to ?? 0) + 1),
      method: 'plain',
      strata: [],
      allocation: 'every',
      size: 8,
      seed: 4711,
      cycle: 'May',
      scorecard: { id: card.id, version: card.version },
      reviewers: [{ name: 'Mia', quota: null }],
      calibration: false,
      dueAt: null,
    })
    expect(sample).toMatchObject({ items: 8, reviewed: 0 })
    await here.api.saveQueueFile({ reviewer: 'Mia', content: 'queue' })

    const there = await openConsole()
    const file = here.savedText()
    expect(await there.api.mergeReviews({ file, dry: true, choices: {} })).toMatchObject({ added: 8 })
    expect(await there.api.mergeReviews({ file, dry: false, choices: {} })).toMatchObject({
      added: 8,
      missing: 0,
    })
    await there.engine.reader.refresh({ conversations: null, dictionary: true })
    const queue = await there.api.queue({ reviewer: 'Mia', sample: sample.id })
    const original = await here.api.queue({ reviewer: 'Mia', sample: sample.id })
    expect(
      queue.map(({ contact, agent, category, language }) => ({ contact, agent, category, language })),
    ).toEqual(
      original.map(({ contact, agent, category, language }) => ({ contact, agent, category, language })),
    )
    for (const [index, item] of queue.slice(0, 3).entries()) {
      const [one, other] = await Promise.all([
        there.api.conversation(item.conversation),
        here.api.conversation(original[index]?.conversation ?? ''),
      ])
      expect(one.timeline).toEqual(other.timeline)
      const { id } = await there.api.beginReview({
        conversation: item.conversation,
        scorecard: null,
        sample: sample.id,
        reviewer: 'Mia',
      })
      await there.api.saveReview(id, content({ ratings: [rating('kind', index % 3), rating('clear', 2)] }))
      await there.api.actOnReview(id, { kind: 'submit' })
    }
    await there.api.saveQueueFile({ reviewer: 'Mia', content: 'reviews' })

    const back = { file: there.savedText(), dry: false, choices: {} }
    expect(await here.api.mergeReviews(back)).toMatchObject({
      from: 'Mia',
      added: 3,
      missing: 0,
      conflicts: [],
    })
    expect(await here.api.mergeReviews(back)).toMatchObject({ added: 0, same: 3 })
    expect((await here.api.samples())[0]).toMatchObject({ items: 8, reviewed: 3 })
    const done = await here.api.queue({ reviewer: 'Mia', sample: sample.id })
    expect(done.slice(0, 4).map(({ state, score }) => [state, score])).toEqual([
      ['submitted', 50],
      ['submitted', 75],
      ['submitted', 100],
      ['open', null],
    ])
    const first = await here.api.review({ id: done[0]?.review ?? '', asker: 'Mia' })
    expect(first).toMatchObject({ changedSince: false, conversation: original[0]?.conversation })
    expect(await there.engine.writer?.verify()).not.toContainEqual(expect.objectContaining({ ok: false }))
  }, 120_000)
})

describe('a chat that a running engine placed by rule', () => {
  it('keeps its review when a backfill brings older messages', async () => {
    const { engine, api } = await openConsole()
    const folder = temporaryFolder()
    const bringMessage = async (id: string, at: number) => {
      const file = join(folder, `${id}.ndjson`)
      const message = {
        kind: 'message',
        id,
        conversation: null,
        contact: 'k1',
        channel: 'c1',
        at: new Date(at).toISOString(),
        direction: 'in',
        author: { type: 'contact' },
        content: { type: 'text', text: id },
      }
      writeFileSync(file, `${JSON.stringify(message)}\n`)
      await engine.writer?.importFiles([file])
      await engine.reader.refresh({ conversations: null, dictionary: true })
      const { rows } = await api.conversations(everyChat)
      return rows[0]?.id ?? ''
    }
    await api.saveScorecard(draft())
    const before = await bringMessage('late', monday)
    const { id } = await api.beginReview({
      conversation: before,
      scorecard: null,
      sample: null,
      reviewer: 'Mia',
    })
    const after = await bringMessage('early', monday - hour)
    expect(after).not.toBe(before)
    expect(await api.review({ id, asker: null })).toMatchObject({
      conversation: after,
      changedSince: true,
      seen: { messages: 1 },
    })
  }, 60_000)
})

const everyChat: ConversationQuery = {
  scope: wholeScope(monday - 10 * hour, monday + 10 * hour),
  states: [],
  waiting: false,
  flagged: false,
  sort: 'last',
  ascending: false,
  contact: '',
  after: null,
  limit: 10,
}
