import { describe, expect, it } from 'vitest'
import { checkConversation } from '../../../../src/main/audits/checks/conversationChecks.ts'
import { saveSettings } from '../../../../src/main/store/settings.ts'
import type { CheckId } from '../../../../src/shared/audits.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'
import { draft, keepScorecard, monday, openDesk, type Desk } from '../desk.ts'
import { criterion } from '../../../support/criteria.ts'

const minute = 60_000

type Line = readonly [minutes: number, agent: string | null, text: string]

const people: readonly RecordInput[] = [
  { kind: 'channel', id: 'c1', platform: 'whatsapp', name: 'Support' },
  { kind: 'team', id: 't1', name: 'Orders' },
  { kind: 'agent', id: 'a1', name: 'Ana', email: 'ana@nordlicht.example', teams: ['t1'] },
  { kind: 'agent', id: 'a2', name: 'Ben', email: 'ben@gmail.com', teams: ['t1'] },
]

/** A chat that is closed a minute after its last message. */
function chatOf(
  id: string,
  at: number,
  lines: readonly Line[],
  name: string | null = 'Zoë Müller',
): readonly RecordInput[] {
  const contact = `k-${id}`
  return [
    { kind: 'contact', id: contact, ...(name === null ? {} : { name }) },
    { kind: 'conversation', id, contact, channel: 'c1', openedAt: at, openedBy: { type: 'contact' } },
    { kind: 'assignment', conversation: id, at, to: lines.find(([, agent]) => agent !== null)?.[1] ?? 'a1' },
    ...lines.map(([minutes, agent, text], index): RecordInput => ({
      kind: 'message',
      id: `${id}-${index}`,
      conversation: id,
      contact,
      channel: 'c1',
      at: at + minutes * minute,
      direction: agent === null ? 'in' : 'out',
      author: agent === null ? { type: 'contact' } : { type: 'agent', id: agent },
      content: { type: 'text', text },
    })),
    {
      kind: 'conversation_event',
      conversation: id,
      at: at + ((lines.at(-1)?.[0] ?? 0) + 1) * minute,
      event: 'closed',
    },
  ]
}

function checksOf(desk: Desk, conversation: string, ...checks: readonly CheckId[]) {
  const card = keepScorecard(desk, {
    ...draft(),
    sections: [
      {
        id: 's',
        name: 'S',
        criteria: [
          criterion('by hand'),
          ...checks.map((check) => criterion(`c ${check}`, { check: { check } })),
        ],
      },
    ],
  })
  return checkConversation(desk, { conversation, scorecard: { id: card.id, version: card.version } })
}

const chat: readonly Line[] = [
  [0, null, 'Hi, where can I return my boots?'],
  [3, 'a1', 'Hello Zoe! At any post office.'],
  [10, null, 'And what does it cost?'],
  [11, 'a1', 'Nothing. Have a nice day!'],
]

describe('the checks of a scorecard', () => {
  it('answer for each criterion that has one, in its order', () => {
    const desk = openDesk([...people, ...chatOf('v1', monday, chat)])
    expect(
      checksOf(desk, 'v1', 'greeting', 'closing', 'name_used', 'left_unanswered', 'template_outside_window'),
    ).toEqual([
      {
        criterion: 'c greeting',
        check: 'greeting',
        passed: true,
        messages: ['v1-1'],
        because: { code: 'greeted', value: 'hello' },
      },
      {
        criterion: 'c closing',
        check: 'closing',
        passed: true,
        messages: ['v1-3'],
        because: { code: 'farewell', value: 'have a nice' },
      },
      {
        criterion: 'c name_used',
        check: 'name_used',
        passed: true,
        messages: ['v1-1'],
        because: { code: 'name_used', value: 'Zoe' },
      },
      {
        criterion: 'c left_unanswered',
        check: 'left_unanswered',
        passed: true,
        messages: ['v1-2'],
        because: { code: 'answered', value: null },
      },
      {
        criterion: 'c template_outside_window',
        check: 'template_outside_window',
        passed: null,
        messages: [],
        because: { code: 'inside_window', value: null },
      },
    ])
  })

  it('measure responses by the targets in force: the team’s before the workspace’s', () => {
    const desk = openDesk([...people, ...chatOf('v1', monday, chat)])
    const targets = { firstResponse: 120, nextResponse: 120 }
    const before = { ...saveSettings(desk.workspaceDb, {}).targets, ...targets }
    saveSettings(desk.workspaceDb, { targets: before })
    const inTarget = () => checksOf(desk, 'v1', 'in_target')[0]
    expect(inTarget()).toMatchObject({
      passed: false,
      messages: ['v1-1'],
      because: { code: 'late', value: 180 },
    })
    saveSettings(desk.workspaceDb, {
      targetOverrides: [{ team: 't1', channel: null, targets: { firstResponse: 180 } }],
    })
    expect(inTarget()).toMatchObject({
      passed: true,
      messages: [],
      because: { code: 'in_target', value: 180 },
    })
    saveSettings(desk.workspaceDb, {
      targetOverrides: [],
      targets: { ...before, firstResponse: null, nextResponse: null },
    })
    expect(inTarget()).toMatchObject({ passed: null, because: { code: 'no_target' } })
  })

  it('measure in working hours where the workspace does', () => {
    const desk = openDesk([...people, ...chatOf('v1', monday, chat)])
    const settings = saveSettings(desk.workspaceDb, {})
    saveSettings(desk.workspaceDb, {
      targets: { ...settings.targets, firstResponse: 120, nextResponse: 120 },
      rules: { ...settings.rules, hours: 'business' },
      // The desk opens two minutes after the customer wrote at 08:00.
      workingHours: [
        {
          scope: null,
          zone: 'UTC',
          week: { mon: [['08:02', '17:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
          exceptions: [],
        },
      ],
    })
    expect(checksOf(desk, 'v1', 'in_target')[0]).toMatchObject({ passed: true, because: { value: 60 } })
  })

  it('know the company’s mailboxes by its agents’ addresses, but not everybody’s', () => {
    const lines = (address: string): readonly Line[] => [
      [0, null, 'Whom can I write to?'],
      [1, 'a1', `Write to ${address} please.`],
    ]
    const desk = openDesk([
      ...people,
      ...chatOf('v1', monday, lines('help@nordlicht.example')),
      ...chatOf('v2', monday, lines('carla@gmail.com')),
    ])
    expect(checksOf(desk, 'v1', 'personal_data')[0]?.passed).toBe(true)
    expect(checksOf(desk, 'v2', 'personal_data')[0]).toMatchObject({
      passed: false,
      messages: ['v2-1'],
      because: { value: 'c…@gmail.com' },
    })
  })

  it('see an answer copied from earlier chats of the same agent, not from later ones or other agents', () => {
    const copied =
      'We are very sorry that your parcel is late. A storm closed the roads around our warehouse, and every parcel leaves as soon as they are open again, at the latest on Friday.'
    const lines = (agent: string): readonly Line[] => [
      [0, null, 'Where is my parcel?'],
      [1, agent, copied],
    ]
    const hours = (count: number) => monday + count * 60 * minute
    const desk = openDesk([
      ...people,
      ...[0, 1, 2, 3, 4].flatMap((hour) => chatOf(`v${hour}`, hours(hour), lines('a1'))),
      ...chatOf('v9', hours(9), lines('a2')),
    ])
    const judged = (id: string) => checksOf(desk, id, 'copied_answer')[0]
    expect(judged('v2')).toMatchObject({ passed: true, because: { code: 'not_copied', value: 2 } })
    expect(judged('v3')).toMatchObject({
      passed: false,
      messages: ['v3-1'],
      because: { code: 'copied', value: 3 },
    })
    expect(judged('v9')).toMatchObject({ passed: true, because: { code: 'not_copied', value: 0 } })
  })

  it('do not take a number for a name', () => {
    const desk = openDesk([...people, ...chatOf('v1', monday, chat, null)])
    expect(checksOf(desk, 'v1', 'name_used')[0]?.because.code).toBe('no_name')
  })

  it('refuse a conversation or a scorecard that is not there', () => {
    const desk = openDesk([...people, ...chatOf('v1', monday, chat)])
    expect(() => checksOf(desk, 'nowhere', 'greeting')).toThrow('There is no conversation "nowhere".')
    expect(() => checkConversation(desk, { conversation: 'v1', scorecard: { id: 'x', version: 1 } })).toThrow(
      'There is no scorecard "x"',
    )
  })
})
