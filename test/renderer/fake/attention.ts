/** Wall, planning, assignments and flags of the preview, as far as a screen's test needs them. */
import type { Api } from '../../../src/shared/contract.ts'
import { planning } from './planning.ts'

type Attention = Pick<
  Api,
  | 'now'
  | 'forecast'
  | 'staffing'
  | 'whatIf'
  | 'automation'
  | 'heldAt'
  | 'assignmentPath'
  | 'handOvers'
  | 'flagGroups'
  | 'flagHistory'
  | 'flagRates'
  | 'previewFlagRule'
  | 'actOnFlagGroup'
  | 'raiseFlag'
  | 'webhook'
  | 'keepWebhookSecret'
  | 'testTelling'
>

const absent = () => Promise.reject(new Error('the preview has none'))

export const attention: Attention = {
  now: absent,
  ...planning,
  heldAt: absent,
  assignmentPath: absent,
  handOvers: async () => [],
  flagGroups: async () => [],
  flagHistory: absent,
  flagRates: async () => [],
  previewFlagRule: absent,
  actOnFlagGroup: async () => [],
  raiseFlag: absent,
  webhook: async () => ({ secret: false, lastAt: null, lastFailure: null, waiting: 0 }),
  keepWebhookSecret: async (secret) => ({
    secret: secret !== null,
    lastAt: null,
    lastFailure: null,
    waiting: 0,
  }),
  testTelling: async () => ({ desktop: true, webhook: 'off' }),
}
