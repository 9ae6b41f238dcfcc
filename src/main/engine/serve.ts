import type { Reply } from '../../shared/contract.ts'
import { inline } from '../../shared/phrases.ts'
import { failure, toFailure } from './failure.ts'

/**
 * Answers one request. Every transport ends here, so every transport fails the same way.
 * The served object must be plain: its own keys are the whole allow-list.
 */
export async function serve(api: object, method: string, args: readonly unknown[]): Promise<Reply<unknown>> {
  const handler: unknown = Object.hasOwn(api, method) ? api[method as keyof typeof api] : undefined
  if (typeof handler !== 'function')
    return {
      ok: false,
      error: failure('bug', 'engine.noRequest', { name: inline(method) }),
    }
  try {
    const answer: unknown = await (handler as (...args: readonly unknown[]) => unknown)(...args)
    return { ok: true, value: answer ?? null }
  } catch (error) {
    return { ok: false, error: toFailure(error) }
  }
}
