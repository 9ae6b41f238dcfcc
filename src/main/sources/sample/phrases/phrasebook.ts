import type { Random } from '../../../../shared/random.ts'

export const languages = ['de', 'en', 'fr', 'es', 'zh'] as const
export type Language = (typeof languages)[number]

export const categories = [
  'Delivery status',
  'Returns and refunds',
  'Product advice',
  'Size and fit',
  'Payment',
  'Warranty',
] as const
export type Category = (typeof categories)[number]

export type Attachment = 'image' | 'audio' | 'video' | 'document' | 'sticker' | 'location'

/** One line of a dialogue. The text may hold `{facts}` and `[one|of|these]`. */
export interface Line {
  readonly side: 'customer' | 'agent'
  readonly text: string
  readonly attachment: { readonly type: Attachment; readonly name: string } | null
}

export interface Script {
  readonly category: Category
  readonly lines: readonly [Line, ...Line[]]
}

type Exchange = readonly [question: string, answer: string]
type Texts = readonly [string, ...string[]]

/** Everything anyone at Nordlicht and their customers say in one language. */
export interface Phrasebook {
  readonly language: Language
  readonly scripts: readonly [Script, ...Script[]]
  /** Dialogues of the day the warehouse stood still. */
  readonly outage: readonly [Script, ...Script[]]
  /** What customers answer to a campaign, and how that goes on. */
  readonly campaign: readonly [Script, ...Script[]]
  /** Questions the bot settles alone: the customer, the bot, the customer. */
  readonly settledByBot: readonly [
    readonly [string, string, string],
    ...(readonly [string, string, string])[],
  ]
  readonly welcome: Texts
  readonly nudge: Texts
  /** What very few write instead. */
  readonly insult: Texts
  /** Where to send the money, though nobody asked. */
  readonly account: string
  readonly apology: Texts
  readonly later: Texts
  /** News after days: of a return, of anything else. */
  readonly followUp: { readonly refund: string; readonly order: string }
  readonly thanks: Texts
  readonly reopen: Texts
  readonly reopenAnswer: Texts
  readonly takeOver: Texts
  /** What an agent asks of their own accord, and what the customer answers. */
  readonly outreach: readonly [Exchange, ...Exchange[]]
  readonly outreachThanks: Texts
  readonly praise: Texts
  readonly complaint: Texts
  readonly weekdays: readonly [string, string, string, string, string, string, string]
  readonly amount: (euros: number) => string
  /** Templates as they go out: the customer's first name and the order or offer are filled in. */
  readonly templates: {
    readonly spring_sale: string
    readonly restock_alert: string
    readonly tent_week: string
    readonly follow_up: string
  }
}

/** What one conversation is about, as its texts name it. */
export interface Facts {
  readonly order: string
  /** Any piece of equipment, a rucksack, a tent, a jacket. */
  readonly gear: string
  readonly pack: string
  readonly tent: string
  readonly wear: string
  /** A jacket's size and the next larger one; likewise of boots. */
  readonly size: string
  readonly other: string
  readonly boot: string
  readonly otherBoot: string
  readonly city: string
  /** A weekday soon, and one just gone. */
  readonly day: string
  readonly past: string
  readonly amount: string
  readonly name: string
  readonly agent: string
  readonly number: string
}

/** A line of the customer. */
export function c(text: string): Line {
  return { side: 'customer', text, attachment: null }
}

/** A line of the agent. */
export function a(text: string): Line {
  return { side: 'agent', text, attachment: null }
}

/** A line with something attached; the text becomes its caption. */
export function withFile(line: Line, type: Attachment, name: string): Line {
  return { ...line, attachment: { type, name } }
}

export function script(category: Category, ...lines: readonly [Line, ...Line[]]): Script {
  return { category, lines }
}

type Part = string | { readonly fact: keyof Facts } | { readonly choices: readonly [Parts, ...Parts[]] }
type Parts = readonly Part[]

const parsed = new Map<string, Parts>()

/** The text with its facts filled in and one of each choice taken. */
export function fill(text: string, facts: Facts, random: Random): string {
  let parts = parsed.get(text)
  if (parts === undefined) {
    parts = parse(text)
    parsed.set(text, parts)
  }
  return written(parts, facts, random)
}

function written(parts: Parts, facts: Facts, random: Random): string {
  let result = ''
  for (const part of parts) {
    if (typeof part === 'string') result += part
    else if ('fact' in part) result += facts[part.fact]
    else result += written(random.pick(part.choices), facts, random)
  }
  return result
}

function parse(text: string): Parts {
  return text
    .split(/(\{\w+\}|\[[^\]]*\])/u)
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      if (piece.startsWith('{')) return { fact: piece.slice(1, -1) as keyof Facts }
      if (!piece.startsWith('[')) return piece
      const [first = '', ...rest] = piece.slice(1, -1).split('|')
      return { choices: [parse(first), ...rest.map(parse)] }
    })
}
