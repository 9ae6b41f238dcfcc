/** Wall, planning and telling of the preview, as far as a screen's test needs them. */
import type { Api } from '../../../src/shared/contract.ts'
import { planning } from './planning.ts'

type Attention = Pick<
  Api,
  'now' | 'forecast' | 'staffing' | 'whatIf' | 'automation' | 'webhook' | 'keepWebhookSecret' | 'testTelling'
>

const absent = () => Promise.reject(new Error('the preview has none'))

export const attention: Attention = {
  now: absent,
  ...planning,
  webhook: async () => ({ secret: false, lastAt: null, lastFailure: null, waiting: 0 }),
  keepWebhookSecret: async (secret) => ({
    secret: secret !== null,
    lastAt: null,
    lastFailure: null,
    waiting: 0,
  }),
  testTelling: async () => ({ desktop: true, webhook: 'off' }),
}
