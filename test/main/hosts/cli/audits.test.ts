import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  AuditResults,
  MergeResult,
  QueueItem,
  Review,
  ReviewRow,
  Sample,
  SamplePreview,
  Scorecard,
} from '../../../../src/shared/audits.ts'
import type { List } from '../../../../src/shared/contract.ts'
import { criteriaOf } from '../../../../src/shared/scoring.ts'
import { emptyOffice, openOffice, type Office } from './commandLine.ts'

const may = ['--from', '2026-05-01', '--to', '2026-06-01'] as const

let office: Office
let card: Scorecard
beforeAll(async () => {
  office = await openOffice()
  card = await office.json('audit', 'scorecard', '--template', 'sales', '--language', 'de')
})
afterAll(() => office.close())

const draw = (...args: readonly string[]) =>
  office.json<Sample>('audit', 'draw', ...may, '--scorecard', card.id, ...args)
const begin = (conversation: string, reviewer: string, ...args: readonly string[]) =>
  office.json<Review>('audit', 'begin', conversation, '--reviewer', reviewer, ...args)

/** A file that rates every criterion with the level said. */
function rated(name: string, level: number): string {
  const ratings = criteriaOf(card.sections).map((criterion) => ({
    criterion: criterion.id,
    message: null,
    level: Math.min(level, criterion.scale.length - 1),
    causes: [],
    note: '',
    proposed: null,
  }))
  return office.file(name, JSON.stringify({ ratings }))
}

describe('floorwalker audit: from the scorecard to the result', () => {
  it('makes a scorecard of a template', async () => {
    expect(card).toMatchObject({ version: 1, language: 'de', newest: true })
    expect(await office.json('audit', 'scorecards')).toEqual([card])
    const { code, out } = await office.call('audit', 'scorecards')
    expect([code, out]).toEqual([0, expect.stringContaining(`${card.id}        1  ${card.name}`)])
    const other = await office.call('audit', 'scorecard', '--language', 'zh-Hant')
    expect([other.code, other.out]).toEqual([0, expect.stringMatching(/, version 1: \S+\n$/)])
  })

  it('shows what would be drawn, draws it, and the same again', async () => {
    const recipe = ['--reviewer', 'Rita, Zoe', '--size', '10', '--seed', '7', '--name', 'Mai']
    const preview = await office.json<SamplePreview>(
      ...(['audit', 'draw', ...may, '--scorecard', card.id, '--dry', ...recipe] as const),
    )
    const sample = await draw(...recipe)
    expect(sample).toMatchObject({ items: 10, candidates: 40, reviewed: 0 })
    expect(sample.strata).toEqual(preview.strata)
    const queue = await office.json<readonly QueueItem[]>('audit', 'queue', '--sample', sample.id)
    expect(queue.map(({ conversation }) => conversation)).toEqual(
      preview.conversations.map(({ conversation }) => conversation),
    )
    const mine = await office.call('audit', 'queue', '--sample', sample.id, '--reviewer', 'Zoe')
    expect(mine.out.trimEnd().split('\n')).toHaveLength(6)
    const { out } = await office.call('audit', 'samples')
    expect(out).toContain(`${sample.id}  Mai      10         0  open`)
  })

  it('says in words what was drawn, or would be', async () => {
    const recipe = [
      'audit',
      'draw',
      ...may,
      '--scorecard',
      card.id,
      '--reviewer',
      'Kim',
      '--size',
      '2',
    ] as const
    const dry = await office.call(...recipe, '--dry')
    expect(dry.out).toBe('2 of 40 conversations would be drawn.\n')
    const drawn = await office.call(...recipe)
    expect(drawn.out).toMatch(/^\S+: 2 reviews, drawn from 40 conversations\.\n$/)
  })

  it('reviews a chat: begun, written, handed in, shown, counted', async () => {
    const { id } = await begin('c3', 'Rita', '--scorecard', card.id)
    expect((await begin('c3', 'Rita', '--scorecard', card.id)).id).toBe(id)
    const early = await office.call(
      'audit',
      'write',
      id,
      office.file('e.json', '{"comment":"So far."}'),
      '--submit',
    )
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('the draft is kept')])
    await office.json('audit', 'write', id, rated('best.json', 9))
    const whole = await office.json<Review>('audit', 'show', id)
    // What a file does not name stays, and what a review is printed as may be written again.
    expect(whole).toMatchObject({ state: 'draft', comment: 'So far.' })
    const again = office.file('whole.json', JSON.stringify({ ...whole, tags: ['tone'] }))
    const done = await office.json<Review>('audit', 'write', id, again, '--submit')
    expect(done).toMatchObject({ state: 'submitted', tags: ['tone'], comment: 'So far.' })
    expect(done.score.value).toBe(100)
    const shown = await office.call('audit', 'show', id)
    expect(shown.out).toContain(`${id}: c3, ${card.name} version 1, submitted, score 100.0\n`)
    expect(shown.out).toContain(criteriaOf(card.sections)[0]?.name)
    const list = await office.json<List<ReviewRow>>('audit', 'reviews', ...may)
    expect(list.rows).toEqual([expect.objectContaining({ id, score: 100, state: 'submitted' })])
    const results = (...args: readonly string[]) =>
      office.json<AuditResults>('audit', 'results', ...may, ...args)
    expect(await results()).toMatchObject({ total: { n: 0, mean: null }, picked: 1 })
    expect(await results('--include-picked', '--scorecard', card.id)).toMatchObject({
      total: { n: 1, mean: 100, low: null },
      byAgent: [{ key: 'ben' }],
    })
    const { out } = await office.call('audit', 'results', ...may, '--include-picked')
    expect(out).toBe('agent  n  score  interval\nben    1  100.0         –\nall    1  100.0         –\n')
  })

  it('goes on in the list of reviews where a page ended', async () => {
    await begin('c4', 'Rita', '--scorecard', card.id)
    const { out } = await office.call('audit', 'reviews', ...may, '--limit', '1')
    const next = /More: --after (\S+)/.exec(out)?.[1] ?? ''
    const rest = await office.json<List<ReviewRow>>(
      'audit',
      'reviews',
      ...may,
      '--limit',
      '1',
      '--after',
      next,
    )
    expect(rest.rows.map(({ conversation }) => conversation)).toEqual(['c3'])
    expect(rest.next).toBeNull()
  })
})

describe('floorwalker audit: a draft', () => {
  let draft: Review
  const shown = () => office.json<Review>('audit', 'show', draft.id)
  beforeAll(async () => {
    draft = await begin('c5', 'Rita', '--scorecard', card.id)
    await office.json('audit', 'write', draft.id, office.file('kept.json', '{"comment":"Kept."}'))
  })

  it.each([
    ['nothing.json', 'nonsense', 2, 'is no JSON; nothing was changed.'],
    ['list.json', '[]', 2, 'holds no JSON object'],
    ['null.json', 'null', 2, 'holds no JSON object'],
    ['slip.json', '{"coment":"x"}', 2, 'a review has no "coment"'],
    ['text.json', '{"comment":7}', 1, "The review's comment is no text; this was not saved"],
  ])('is not changed by %s', async (name, text, code, message) => {
    const called = await office.call('audit', 'write', draft.id, office.file(name, text))
    expect([called.code, called.out, called.err]).toEqual([code, '', expect.stringContaining(message)])
    expect((await shown()).comment).toBe('Kept.')
  })

  it('of a chat that was erased meanwhile is kept and finished, and says so', async () => {
    const removed = {
      kind: 'removed',
      of: 'conversation',
      id: 'c5',
      at: '2026-06-01T00:00:00Z',
      reason: 'erasure',
    }
    await office.call('import', office.file('removed.ndjson', `${JSON.stringify(removed)}\n`))
    const { code, out } = await office.call('audit', 'write', draft.id, rated('c5.json', 9), '--submit')
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('; the chat was erased since, the review is kept\n'),
    ])
    const again = await office.call('audit', 'begin', 'c5', '--reviewer', 'Zoe')
    expect([again.code, again.err]).toEqual([
      1,
      'The chat "c5" was erased or never came here; nothing was begun.\nReviews made of it before are kept. Choose another chat.\n',
    ])
  })

  it('of one reviewer is not the other’s, where two review one chat', async () => {
    const [rita, zoe] = [await begin('c6', 'Rita'), await begin('c6', 'Zoe')]
    expect(zoe.id).not.toBe(rita.id)
    await office.json('audit', 'write', rita.id, office.file('rita.json', '{"comment":"Of Rita."}'))
    expect((await office.json<Review>('audit', 'show', zoe.id)).comment).toBe('')
  })
})

describe('floorwalker audit: to another workspace and back', () => {
  it('takes a queue along, reviews there, brings it back, twice, and asks where both changed', async () => {
    const there = emptyOffice()
    const { id: sample } = await draw('--reviewer', 'Mia', '--size', '3')
    const queue = join(office.folder, 'queue.json')
    const taken = await office.call('audit', 'take', '--reviewer', 'Mia', '--out', queue)
    expect([taken.code, taken.out]).toEqual([0, `Written to ${queue}.\n`])

    const dry = await there.call('audit', 'merge', queue, '--dry')
    expect(dry.out).toMatch(/^3 added, 0 the same, 0 updated, 0 in conflict, 0 of chats/)
    expect(await there.json<MergeResult>('audit', 'merge', queue)).toMatchObject({ from: 'Mia', added: 3 })
    expect(await there.json<MergeResult>('audit', 'merge', queue)).toMatchObject({ added: 0, same: 3 })
    const [place] = await there.json<readonly QueueItem[]>('audit', 'queue', '--reviewer', 'Mia')
    const review = await there.json<Review>(
      ...(['audit', 'begin', place!.conversation, '--reviewer', 'Mia', '--sample', sample] as const),
    )
    await there.json('audit', 'write', review.id, rated('there.json', 9), '--submit')
    const reviews = join(office.folder, 'reviews.json')
    await there.json('audit', 'take', '--reviewer', 'Mia', '--reviews', '--out', reviews)

    // Begun at home as well, meanwhile.
    const [home] = await office.json<readonly QueueItem[]>('audit', 'queue', '--sample', sample)
    const mine = await begin(home!.conversation, 'Mia', '--sample', sample)
    expect(mine.id).toBe(review.id)
    await office.json('audit', 'write', mine.id, rated('here.json', 0), '--submit')
    const asked = await office.call('audit', 'merge', reviews)
    expect(asked.out).toContain('0 added, 0 the same, 0 updated, 1 in conflict')
    expect(asked.out).toContain(
      `In conflict: ${mine.id} of ${home!.conversation}, mine submitted 0.0, theirs submitted 100.0`,
    )
    expect((await office.json<Review>('audit', 'show', mine.id)).score.value).toBe(0)
    const chosen = await office.json<MergeResult>('audit', 'merge', reviews, '--choose', `${mine.id}=theirs`)
    expect(chosen).toMatchObject({ updated: 1, conflicts: [] })
    expect((await office.json<Review>('audit', 'show', mine.id)).score.value).toBe(100)
    expect(await office.json<MergeResult>('audit', 'merge', reviews)).toMatchObject({
      same: 1,
      conflicts: [],
    })

    const foreign = emptyOffice()
    const refused = await foreign.call('audit', 'merge', reviews)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('nothing was changed')])
    for (const one of [there, foreign]) one.close()
  })

  it('refuses a file that is not as it was saved, and changes nothing', async () => {
    await draw('--reviewer', 'Nora', '--size', '2', '--name', 'Mai')
    const file = join(office.folder, 'nora.json')
    await office.call('audit', 'take', '--reviewer', 'Nora', '--out', file)
    const there = emptyOffice()
    const text = readFileSync(file, 'utf8')
    const spoiled: readonly (readonly [words: string, text: string])[] = [
      ['cut off or changed', text.slice(0, -200)],
      ['cut off or changed', text.replace('Mai', 'Mao')],
      ['a newer version of Floorwalker', text.replace(/"version":\d+/, '"version":99')],
      ['This is no file of audits', '{"ratings":[]}'],
    ]
    for (const [words, changed] of spoiled) {
      expect(changed).not.toBe(text)
      const { code, out, err } = await there.call('audit', 'merge', office.file('spoiled.json', changed))
      expect([code, out]).toEqual([1, ''])
      expect(err).toContain(words)
      expect(err).toContain('; nothing was changed.\n')
    }
    expect(await there.json('audit', 'samples')).toEqual([])
    there.close()
  })
})

describe('floorwalker audit: calls that are wrong', () => {
  it.each([
    [['nothing'], "unknown command 'nothing'"],
    [['scorecard', '--template', 'other'], 'There is no template other in en; there are service en'],
    [['draw'], "required option '--scorecard <ID>' not specified"],
    [['draw', '--scorecard', 'x', '--reviewer', 'R', '--seed', 'one'], '--seed one is no whole number.'],
    [['draw', '--scorecard', 'x', '--reviewer', 'R', '--size', '2.5'], '--size 2.5 is no whole number'],
    [['draw', '--scorecard', 'x', '--reviewer', 'R', '--method', 'best'], '--method best does not exist'],
    [['draw', '--scorecard', 'x', '--reviewer', 'R', '--strata', 'luck'], '--strata luck does not exist'],
    [['begin', 'c1'], "required option '--reviewer <NAME>' not specified"],
    [['show'], "missing required argument 'review'"],
    [['write', 'r'], "missing required argument 'file'"],
    [['reviews', '--limit', 'all'], '--limit all is no whole number'],
    [['results', '--from', '2026-06-01', '--to', '2026-05-01'], '--from must be before --to'],
    [['take', '--reviewer', 'R'], "required option '--out <FILE>' not specified"],
    [['merge', 'f', '--choose', 'r1=perhaps'], '--choose r1=perhaps: give REVIEW=mine'],
    [['queue', '--reviewers', 'R'], "unknown option '--reviewers'"],
  ])('%j: exit code 2', async (args, message) => {
    const { code, out, err } = await office.call('audit', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it.each([
    [['draw', ...may, '--scorecard', 'x', '--reviewer', 'R'], 'There is no scorecard x.'],
    [['queue', '--sample', 'x'], 'There is no sample "x"'],
    [
      ['begin', 'c999', '--reviewer', 'R'],
      'The chat "c999" was erased or never came here; nothing was begun.',
    ],
    [['begin', 'c1', '--reviewer', ' '], 'There is no name of the reviewer; nothing was changed.'],
    [['show', 'x'], 'There is no review "x"'],
    [
      ['write', 'x', 'missing.json'],
      'missing.json could not be read: there is no such file; nothing was changed.',
    ],
    [['reviews', '--after', 'x'], 'The place in the list to go on from cannot be read.'],
    [['results', '--scorecard', 'x'], 'There is no scorecard x.'],
    [
      ['take', '--reviewer', 'Nobody', '--out', 'nobody.json'],
      'Nothing waits for Nobody in a sample; no file was made.',
    ],
    [
      ['merge', 'missing.json'],
      'missing.json could not be read: there is no such file; nothing was changed.',
    ],
  ])('%j: exit code 1', async (args, message) => {
    const { code, out, err } = await office.call('audit', ...args)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(2)
    expect(existsSync('nobody.json')).toBe(false)
  })
})

describe('floorwalker audit: what becomes of a review', () => {
  const submitted = async (conversation: string, level = 9) => {
    const { id } = await begin(conversation, 'Rita', '--scorecard', card.id)
    await office.json('audit', 'write', id, rated(`${conversation}.json`, level), '--submit')
    return id
  }

  it('acknowledges with a reply', async () => {
    const id = await submitted('c20')
    const done = await office.json<Review>('audit', 'acknowledge', id, '--by', 'Ana', '--reply', 'Thanks.')
    expect(done).toMatchObject({ state: 'submitted', agentReply: 'Thanks.' })
    const nobody = await office.call('audit', 'acknowledge', id)
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining('--by')])
  })

  it('disputes with what is proposed, answers with other ratings, and as they are', async () => {
    const id = await submitted('c21', 0)
    const [criterion] = criteriaOf(card.sections)
    const dispute = (propose: string) =>
      office.call('audit', 'dispute', id, '--by', 'Ana', '--comment', 'I did.', '--propose', propose)
    expect((await dispute('kindness')).code).toBe(2)
    expect((await dispute(`${criterion!.id}=1`)).out).toContain('disputed')
    const shown = await office.json<Review>('audit', 'show', id)
    expect(shown.dispute?.proposed).toEqual([{ criterion: criterion!.id, level: 1 }])
    const answer = (...args: readonly string[]) => office.call('audit', 'answer', id, '--by', 'Rita', ...args)
    expect((await answer('--answer', 'perhaps')).code).toBe(2)
    expect(
      (await answer('--answer', 'accepted', '--ratings', office.file('n.json', '{"tags":[]}'))).code,
    ).toBe(2)
    const ratings = rated('better.json', 9)
    expect((await answer('--answer', 'accepted', '--ratings', ratings)).out).toContain(
      'resolved, score 100.0',
    )

    const other = await submitted('c22')
    await office.json('audit', 'dispute', other, '--by', 'Ben', '--comment', 'No.')
    const kept = await office.json<Review>('audit', 'answer', other, '--by', 'Rita', '--answer', 'rejected')
    expect(kept).toMatchObject({ state: 'resolved', dispute: { answer: 'rejected' } })
    expect(kept.score.value).toBe(100)
  })

  it('voids with a reason', async () => {
    const id = await submitted('c23')
    expect((await office.call('audit', 'void', id, '--by', 'Rita')).code).toBe(2)
    expect((await office.call('audit', 'void', id, '--by', 'Rita', '--comment', 'Mistaken.')).out).toContain(
      'voided',
    )
  })

  it('keeps a calibration blind, tells how alike reviewers score, and closes it', async () => {
    const sample = await draw('--reviewer', 'Rita,Zoe', '--size', '2', '--calibration', '--seed', '3')
    const [item] = await office.json<readonly QueueItem[]>(
      ...(['audit', 'queue', '--sample', sample.id, '--reviewer', 'Rita'] as const),
    )
    const { id } = await begin(item!.conversation, 'Rita', '--sample', sample.id)
    const hidden = await office.call('audit', 'write', id, rated('blind.json', 9), '--submit')
    expect([hidden.code, hidden.err]).toEqual([1, expect.stringContaining('calibration that is open')])
    await office.json('audit', 'write', id, rated('blind.json', 9), '--submit', '--reviewer', 'Rita')
    expect((await office.call('audit', 'show', id, '--reviewer', 'Zoe')).code).toBe(1)
    expect((await office.call('audit', 'show', id, '--reviewer', 'Rita')).code).toBe(0)
    const seen = async (reviewer: string) =>
      (await office.call('audit', 'agreement', sample.id, '--reviewer', reviewer)).out
    expect(await seen('Rita')).toContain('100.0')
    expect(await seen('Zoe')).not.toContain('100.0')
    expect((await office.call('audit', 'close', sample.id)).out).toBe(`${sample.id} is closed.\n`)
    expect((await office.call('audit', 'show', id)).code).toBe(0)
    expect(await seen('Zoe')).toContain('100.0')
  })

  it('tells what an agent’s reviews say', async () => {
    const { out, code } = await office.call('audit', 'coaching', 'ana', ...may)
    expect(code).toBe(0)
    expect(out).toContain('ana, beside the others')
    expect(out).toContain(criteriaOf(card.sections)[0]?.name)
  })

  it('archives a scorecard, and takes it back', async () => {
    const archived = async (...args: readonly string[]) => {
      await office.json('audit', 'archive', card.id, ...args)
      return (await office.json<readonly Scorecard[]>('audit', 'scorecards')).find(({ id }) => id === card.id)
        ?.archived
    }
    expect(await archived()).toBe(true)
    expect(await archived('--undo')).toBe(false)
  })
})
