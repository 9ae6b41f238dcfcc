import type { Reply } from '../../shared/contract.ts'
import { toFailure } from './failure.ts'

/**
 * Answers one request. Every transport ends here, so every transport fails the same way.
 * The served object must be plain: its own keys are the whole allow-list.
 */
export async function serve(api: object, method: string, args: readonly unknown[]): Promise<Reply<unknown>> {
  const handler: unknown = Object.hasOwn(api, method) ? api[method as keyof typeof api] : undefined
  if (typeof handler !== 'function')
    return {
      ok: false,
      error: {
        kind: 'bug',
        message: `There is no request named ${JSON.stringify(method.slice(0, 80))}.`,
        hint: 'The window and the engine may be of different versions: restart Floorwalker.',
      },
    }
  try {
    const answer: unknown = await (handler as (...args: readonly unknown[]) => unknown)(...args)
    return { ok: true, value: answer ?? null }
  } catch (error) {
    return { ok: false, error: toFailure(error) }
  }
}
