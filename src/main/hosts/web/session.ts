import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const codeLifeMs = 60_000
const ticketLifeMs = 30_000
const failuresAllowed = 10

/** The secrets of one run of the web console. They live in memory and die with the process. */
export interface Session {
  /** A new one-time code for the address the browser opens. Valid for 60 s and one use. */
  issueCode(): string
  /** The session's token for a valid code; null otherwise. */
  redeem(code: unknown): string | null
  holdsToken(token: unknown): boolean
  /** A single-use pass for one WebSocket or one download, valid for 30 s. */
  issueTicket(): string
  useTicket(ticket: unknown): boolean
}

/** `onTooMany` is called after ten wrong codes, tokens or tickets: somebody is guessing. */
export function createSession(now: () => number, onTooMany: () => void): Session {
  const token = secret()
  const codes = new Map<string, number>()
  const tickets = new Map<string, number>()
  let failures = 0

  const wrong = () => {
    failures += 1
    if (failures >= failuresAllowed) onTooMany()
  }
  const spend = (passes: Map<string, number>, pass: unknown, lifeMs: number): boolean => {
    const issuedAt = typeof pass === 'string' ? passes.get(digest(pass)) : undefined
    if (typeof pass === 'string') passes.delete(digest(pass))
    if (issuedAt !== undefined && now() - issuedAt <= lifeMs) return true
    wrong()
    return false
  }
  const issue = (passes: Map<string, number>): string => {
    const pass = secret()
    passes.set(digest(pass), now())
    return pass
  }

  return {
    issueCode: () => issue(codes),
    redeem: (code) => (spend(codes, code, codeLifeMs) ? token : null),
    holdsToken(given) {
      const holds = typeof given === 'string' && same(given, token)
      if (!holds && given !== undefined) wrong()
      return holds
    },
    issueTicket: () => issue(tickets),
    useTicket: (ticket) => spend(tickets, ticket, ticketLifeMs),
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}
