/** A made-up api that answers and fails in every way an engine can; nothing in it depends on where it runs. */
import type { Events, FailureKind } from '../../src/shared/contract.ts'
import { RequestError } from '../../src/shared/client.ts'
import { Failed } from '../../src/main/engine/failure.ts'
import { Refusal } from '../../src/main/sources/source.ts'
import { StoreFailure } from '../../src/main/store/errors.ts'

export const failureKinds = [
  'offline',
  'denied',
  'invalid',
  'busy',
  'full',
  'locked',
  'damaged',
  'newer',
  'bug',
] as const satisfies readonly FailureKind[]

export interface ServedApi {
  /** Answers its arguments. */
  echo(...args: readonly unknown[]): Promise<unknown>
  nothing(): Promise<void>
  fail(kind: FailureKind): Promise<never>
  /** Fails as a request that another thread could not answer. */
  pass(kind: FailureKind): Promise<never>
  store(kind: FailureKind): Promise<never>
  refuse(): Promise<never>
  sqlite(code: string): Promise<never>
  crash(): never
  announce<K extends keyof Events>(event: K, data: Events[K]): Promise<void>
}

export function createServedApi(emit: (event: keyof Events, data: unknown) => void): ServedApi {
  return {
    echo: (...args) => Promise.resolve(args),
    nothing: () => Promise.resolve(),
    fail: (kind) => Promise.reject(new Failed(kind, `It is ${kind}.`, 'Do this.')),
    pass: (kind) => Promise.reject(new RequestError({ kind, message: `It is ${kind}.`, hint: 'Do this.' })),
    store: (kind) => Promise.reject(new StoreFailure(kind, `It is ${kind}.`, 'Do this.')),
    refuse: () => Promise.reject(new Refusal('busy', 'It is busy.', { hint: 'Do this.', retryAfterMs: 5 })),
    sqlite: (code) => Promise.reject(Object.assign(new Error('database or disk'), { code })),
    crash() {
      throw new TypeError('x is undefined')
    },
    async announce(event, data) {
      emit(event, data)
    },
  }
}
