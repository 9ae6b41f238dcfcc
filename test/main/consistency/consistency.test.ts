import { describe, expect, it } from 'vitest'
import { saveCanonicalAnswer } from '../../../src/main/consistency/canonicalAnswers.ts'
import { consistency } from '../../../src/main/consistency/consistency.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { openDesk, hour, monday } from '../audits/desk.ts'
import { wholeScope } from '../../support/workspace.ts'

const minute = 60_000
const scope = wholeScope(monday - hour, monday + 100 * hour)

const people: readonly RecordInput[] = [
  { kind: 'channel', id: 'c1', platform: 'whatsapp', name: 'Support' },
  { kind: 'agent', id: 'ana', name: 'Ana' },
  { kind: 'agent', id: 'ben', name: 'Ben' },
  { kind: 'agent', id: 'eva', name: 'Eva' },
]

/** The customer, a bot, an automation, or else the agent of this id. */
type Line = readonly [author: string, text: string]

function authorOf(author: string): Extract<RecordInput, { kind: 'message' }>['author'] {
  if (author === 'customer') return { type: 'contact' }
  return author === 'bot' || author === 'automation' ? { type: author } : { type: 'agent', id: author }
}

let chats = 0
/** A chat of its own customer, a message a minute. */
function chat(...lines: readonly Line[]): readonly RecordInput[] {
  chats += 1
  const id = `v${chats}`
  const at = monday + chats * 10 * minute
  return [
    { kind: 'contact', id: `k${id}`, name: `Customer ${id}` },
    {
      kind: 'conversation',
      id,
      contact: `k${id}`,
      channel: 'c1',
      openedAt: at,
      openedBy: { type: 'contact' },
    },
    ...lines.map(([author, text], index): RecordInput => ({
      kind: 'message',
      id: `${id}-${index}`,
      conversation: id,
      contact: `k${id}`,
      channel: 'c1',
      at: at + index * minute,
      direction: author === 'customer' ? 'in' : 'out',
      author: authorOf(author),
      content: { type: 'text', text },
    })),
  ]
}

describe('consistency', () => {
  it('sets the answers of different agents side by side and marks where they conflict', async () => {
    const desk = openDesk([
      ...people,
      ...chat(
        ['customer', 'Hi! I bought a tent. How long can I return it?'],
        ['ana', 'Hello! You have 14 days.'],
      ),
      ...chat(
        ['customer', 'how long can i return it please?'],
        ['bot', 'One moment'],
        ['ben', 'Within thirty days.'],
        ['ben', 'Have a nice day!'],
      ),
      ...chat(
        ['customer', 'How long can I return it?'],
        ['automation', 'We are closed.'],
        ['eva', 'Two weeks.'],
      ),
      ...chat(['customer', 'Do you repair stoves?'], ['ana', 'Yes.']),
      ...chat(['customer', 'Do you repair stoves?'], ['ben', 'Yes, of course.']),
      ...chat(['customer', 'Do you sell gas bottles?'], ['ana', 'Yes.']),
    ])
    const [first, second, ...more] = await consistency(desk, { scope })
    expect(more).toEqual([])
    expect(first).toMatchObject({
      question: 'How long can I return it?',
      language: 'en',
      count: 3,
      divergences: [
        {
          kind: 'deadline',
          values: [
            { value: '14 d', agents: ['ana', 'eva'] },
            { value: '30 d', agents: ['ben'] },
          ],
        },
      ],
      canonical: null,
    })
    expect(first?.answers.map(({ agent, says }) => [agent, says])).toEqual([
      ['ana', [{ kind: 'deadline', value: '14 d' }]],
      ['ben', [{ kind: 'deadline', value: '30 d' }]],
      ['eva', [{ kind: 'deadline', value: '14 d' }]],
    ])
    expect(first?.answers[1]?.examples[0]).toMatchObject({
      agent: 'ben',
      answer: 'Within thirty days.\nHave a nice day!',
      question: 'how long can i return it please?',
    })
    expect(first?.answers[1]?.examples[0]?.message).toMatch(/-2$/)
    expect(second).toMatchObject({ question: 'Do you repair stoves?', divergences: [] })
  })

  it('does not count what depends on the customer’s own case', async () => {
    const desk = openDesk([
      ...people,
      ...chat(['customer', 'Where is my parcel?'], ['ana', 'It arrives in 2 days.']),
      ...chat(['customer', 'Where is my parcel?'], ['ben', 'It arrives in 9 days.']),
    ])
    expect(await consistency(desk, { scope })).toMatchObject([{ count: 2, divergences: [] }])
  })

  it('keeps to the scope, and answers the same twice', async () => {
    const desk = openDesk([
      ...people,
      ...chat(['customer', 'What does shipping cost?'], ['ana', '5 EUR']),
      ...chat(['customer', 'What does shipping cost?'], ['ben', '6 EUR']),
      ...chat(['customer', 'What does shipping cost?'], ['eva', 'It is free of charge.']),
    ])
    const all = await consistency(desk, { scope })
    expect(all).toEqual(await consistency(desk, { scope }))
    expect(all[0]?.divergences[0]?.values.map(({ value }) => value).sort()).toEqual(['0', '5 EUR', '6 EUR'])
    const some = await consistency(desk, { scope: { ...scope, agents: ['ana', 'ben'] } })
    expect(some[0]?.answers.map(({ agent }) => agent)).toEqual(['ana', 'ben'])
    expect(await consistency(desk, { scope: { ...scope, agents: ['ana'] } })).toEqual([])
    expect(await consistency(desk, { scope: { ...scope, to: scope.from + 1 } })).toEqual([])
  })

  it('shows the newest answer laid down for a question like it', async () => {
    const desk = openDesk([
      ...people,
      ...chat(['customer', 'What does shipping cost?'], ['ana', '5 EUR']),
      ...chat(['customer', 'What does shipping cost?'], ['ben', '6 EUR']),
    ])
    const keep = (question: string, answer: string, at: number) =>
      saveCanonicalAnswer(desk.workspaceDb, { question, answer, by: 'Kim' }, at)
    keep('how much is shipping', '5 EUR, always.', 1)
    const newer = keep('What does shipping cost', '5.50 EUR.', 2)
    keep('Do you ship to Malta?', 'Yes.', 3)
    expect((await consistency(desk, { scope }))[0]?.canonical).toEqual(newer)
    expect(() => keep(' ', 'x', 4)).toThrow('The question is empty; nothing was saved.')
    expect(() => keep('x', 'y'.repeat(4001), 4)).toThrow(
      'The answer has more than 4000 characters; nothing was saved.',
    )
  })
})
