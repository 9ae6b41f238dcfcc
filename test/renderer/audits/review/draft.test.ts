import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Review, ReviewContent } from '../../../../src/shared/audits.ts'
import { nothingTyped } from '../../../../src/renderer/audits/review/content.ts'
import { createDraft, type DraftPorts } from '../../../../src/renderer/audits/review/draft.ts'

interface Waiting {
  readonly content: ReviewContent
  readonly done: () => void
  readonly fail: () => void
}

/** An engine that keeps what it is sent once it is let. */
function engine() {
  const waiting: Waiting[] = []
  const kept: string[] = []
  let begun = 0
  const review = (changedAt: number) => ({ ...nothingTyped, id: 'r-1', changedAt }) as Review
  const ports: DraftPorts = {
    criteria: [],
    begin: async () => {
      begun += 1
      return review(0)
    },
    save: (_, content) =>
      new Promise((resolve, reject) => {
        waiting.push({
          content,
          done: () => {
            kept.push(content.comment)
            resolve(review(kept.length))
          },
          fail: () => reject(new Error('the disk is full')),
        })
      }),
    kept: () => undefined,
    failureOf: (error) => ({ kind: 'full', message: String(error), hint: '' }),
  }
  return { ports, waiting, kept, begun: () => begun }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
const typing = (comment: string) => (before: ReviewContent) => ({ ...before, comment })

describe('a draft', () => {
  it('begins its review once, at the first change, and sends the change at once', async () => {
    const { ports, waiting, kept, begun } = engine()
    const draft = createDraft({ content: nothingTyped, review: null }, ports)
    expect(begun()).toBe(0)
    draft.change(typing('a'))
    draft.change(typing('ab'))
    await settled()
    expect(begun()).toBe(1)
    waiting[0]!.done()
    await settled()
    // Both were typed before the review was begun, so one save keeps them.
    expect(kept).toEqual(['ab'])
    draft.change(typing('abc'))
    await settled()
    waiting.at(-1)!.done()
    await settled()
    expect(begun()).toBe(1)
    expect(draft.current()).toMatchObject({ review: 'r-1', saving: { kind: 'saved' } })
  })

  it('keeps what was written into the review before, when it turns out to be begun already', async () => {
    const { ports, waiting } = engine()
    const old: ReviewContent = { ...nothingTyped, tags: ['train'], comment: 'from the train' }
    const begin = async () => ({ ...old, id: 'r-1', changedAt: 0 }) as Review
    const draft = createDraft({ content: nothingTyped, review: null }, { ...ports, begin })
    draft.change((before) => ({ ...before, tags: ['office'] }))
    await settled()
    expect(waiting[0]!.content).toMatchObject({ tags: ['train', 'office'], comment: 'from the train' })
  })

  it('says that it could not be kept, keeps the text, and sends it with the next change', async () => {
    const { ports, waiting, kept } = engine()
    const draft = createDraft({ content: nothingTyped, review: 'r-1' }, ports)
    draft.change(typing('lost?'))
    await settled()
    waiting[0]!.fail()
    await settled()
    expect(draft.current().saving).toMatchObject({ kind: 'failed', failure: { kind: 'full' } })
    expect(draft.current().content.comment).toBe('lost?')
    const settling = draft.settle()
    await settled()
    waiting[1]!.done()
    expect(await settling).toBe(true)
    expect(kept).toEqual(['lost?'])
  })

  it('does not settle while something is not kept', async () => {
    const { ports, waiting } = engine()
    const draft = createDraft({ content: nothingTyped, review: 'r-1' }, ports)
    draft.change(typing('a'))
    await settled()
    const settling = draft.settle()
    draft.change(typing('ab'))
    waiting[0]!.done()
    await settled()
    waiting[1]!.fail()
    expect(await settling).toBe(false)
  })

  it('is not sent when nothing was changed', async () => {
    const { ports, waiting } = engine()
    const draft = createDraft({ content: nothingTyped, review: 'r-1' }, ports)
    draft.change((before) => before)
    expect(await draft.settle()).toBe(true)
    expect(waiting).toEqual([])
  })

  it('keeps last what was typed last, in order and one at a time, however slow the engine is', async () => {
    const step = fc.oneof(fc.constant('type'), fc.constant('keep'), fc.constant('fail'))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { ports, waiting, kept } = engine()
        const draft = createDraft({ content: nothingTyped, review: 'r-1' }, ports)
        let typed = 0
        let answered = 0
        for (const one of steps) {
          if (one === 'type') draft.change(typing(String((typed += 1))))
          else if (answered < waiting.length) {
            const next = waiting[answered++]!
            if (one === 'keep') next.done()
            else next.fail()
          }
          await settled()
          expect(waiting.length - answered).toBeLessThanOrEqual(1)
        }
        const settling = draft.settle()
        for (await settled(); answered < waiting.length; await settled()) waiting[answered++]!.done()
        expect(await settling).toBe(true)
        expect(kept.map(Number)).toEqual(kept.map(Number).toSorted((a, b) => a - b))
        if (typed > 0) expect(kept.at(-1)).toBe(String(typed))
      }),
    )
  })
})
