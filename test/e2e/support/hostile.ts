/** Records whose every text tries to be something else, and names in scripts that need fonts of their own. */

export const script = '<script>window.pwned = "script"</script>'
export const image = '"><img src=x onerror="window.pwned = 1">'
/** Turns what follows round, until it is isolated. */
export const turned = 'invoice\u202Efdp.exe\u202C \u2067شكرا\u2069'
export const megabyte = `${script}${'Weltmeisterschaft '.repeat(58_000)}the end`
export const foreign = {
  chinese: '王小明與陳怡君',
  arabic: 'محمد الأحمد',
  hindi: 'प्रिया शर्मा',
  emoji: 'Zoé 🎿🏕️👩‍🔧',
} as const

const texts = [
  script,
  image,
  turned,
  megabyte,
  '{{constructor}} ${7*7} <style>*{display:none}</style>',
  '\u0000\u0007\uFFFF',
]
const names = [script, image, turned, '<svg/onload=window.pwned=2>', ...Object.values(foreign)]

/** One JSON record a line: a conversation for each name, with all the texts in it. */
export function hostileRecords(): string {
  const records = [
    { kind: 'workspace', id: 'w', name: `Shop ${script}`, timezone: 'Europe/Berlin' },
    { kind: 'channel', id: 'c', platform: 'whatsapp', name: image, phone: '+49 <b>1</b>' },
    { kind: 'team', id: 't', name: `Team ${script}` },
    { kind: 'agent', id: 'a', name: `Agent ${image}`, teams: ['t'] },
    ...Object.entries(foreign).map(([id, name]) => ({ kind: 'agent', id, name, teams: ['t'] })),
    ...names.flatMap((name, index) => conversation(name, index)),
    ...Object.keys(foreign).flatMap((agent, index) => answer(`v${index}`, agent)),
  ]
  return [
    ...records.map((record) => JSON.stringify(record)),
    '{"kind":"message","id":"<script>',
    script,
  ].join('\n')
}

/** A reply by an agent, so that reports count them. */
function answer(conversation: string, agent: string): readonly object[] {
  return [
    {
      kind: 'message',
      id: `${conversation}-${agent}`,
      conversation,
      channel: 'c',
      at: '2026-11-19T20:30:00Z',
      direction: 'out',
      author: { type: 'agent', id: agent },
      content: { type: 'text', text: 'Done.' },
    },
  ]
}

function conversation(name: string, index: number): readonly object[] {
  const id = `v${index}`
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 19, 9 + index, minute)).toISOString()
  const message = (number: number, text: string, direction: 'in' | 'out') => ({
    kind: 'message',
    id: `${id}-${number}`,
    conversation: id,
    contact: `k${index}`,
    channel: 'c',
    at: at(number),
    direction,
    author: direction === 'in' ? { type: 'contact' } : { type: 'agent', id: 'a' },
    content: { type: 'text', text },
  })
  return [
    { kind: 'contact', id: `k${index}`, name, phone: script, tags: [script], segment: image },
    {
      kind: 'conversation',
      id,
      contact: `k${index}`,
      channel: 'c',
      openedAt: at(0),
      openedBy: { type: 'contact' },
    },
    ...texts.map((text, number) => message(number, text, number % 2 === 0 ? 'in' : 'out')),
    { kind: 'assignment', conversation: id, at: at(20), to: 'a', by: { type: 'agent', id: 'a' } },
    { kind: 'comment', id: `${id}-comment`, conversation: id, at: at(21), agent: 'a', text: script },
    {
      kind: 'conversation_event',
      conversation: id,
      at: at(22),
      event: 'categorised',
      by: { type: 'agent', id: 'a' },
      category: `Category ${image}`,
      note: script,
    },
    {
      kind: 'message_status',
      message: `${id}-1`,
      status: 'failed',
      at: at(23),
      error: { code: 131026, title: script },
    },
  ]
}
