/** What may go wrong, and what may be new: each a switch, so that a test can have one trouble at a time. */
export interface Switches {
  /** Share of bodies that arrive twice, and of updates that arrive again in another body. */
  readonly duplicates: number
  /** Share of bodies that arrive much later than they should. */
  readonly reordering: number
  /** Updates put into one body: one each, a few, or up to the thousand the cloud allows. */
  readonly batches: 'single' | 'few' | 'huge'
  /** Times the receiver is away; what it missed is sent again later, in ever longer intervals. */
  readonly outages: number
  /** v23 statuses carry a conversation, v24 ones do not. */
  readonly statusVersion: 'v23' | 'v24' | 'mixed'
  /** Share of messages read without ever having been reported as delivered. */
  readonly readWithoutDelivered: number
  readonly failures: number
  /** Bodies signed with a wrong secret; nothing of them may be kept. */
  readonly badSignatures: number
  /** Share of customers whose phone number is hidden. */
  readonly hiddenNumbers: number
  /** Customers whose user id is renewed during the day, told either way. */
  readonly userIdRotation: number
  /** Types, statuses, fields and pricing categories nobody knows yet. */
  readonly unknownThings: boolean
  /** Timestamps as numbers instead of texts, for this share of updates. */
  readonly numberTimestamps: number
  /** Customers who shared their back history from the phone app. */
  readonly history: number
  readonly historyDeclined: boolean
  /** Share of answers typed in the phone app. */
  readonly phoneApp: number
  readonly calls: number
  readonly groups: number
  /** Notices about the account, a number and templates; with `offboarding` the account is lost in the end. */
  readonly notices: boolean
  readonly offboarding: boolean
  /** The team's inbox tool says who wrote what, who was assigned and what was closed. */
  readonly inboxTool: boolean
}

/** Nothing goes wrong. */
export const calm: Switches = {
  duplicates: 0,
  reordering: 0,
  batches: 'single',
  outages: 0,
  statusVersion: 'v24',
  readWithoutDelivered: 0,
  failures: 0,
  badSignatures: 0,
  hiddenNumbers: 0,
  userIdRotation: 0,
  unknownThings: false,
  numberTimestamps: 0,
  history: 0,
  historyDeclined: false,
  phoneApp: 0,
  calls: 0,
  groups: 0,
  notices: false,
  offboarding: false,
  inboxTool: true,
}

/** Everything at once. */
export const stormy: Switches = {
  duplicates: 0.15,
  reordering: 0.2,
  batches: 'few',
  outages: 2,
  statusVersion: 'mixed',
  readWithoutDelivered: 0.2,
  failures: 0.05,
  badSignatures: 3,
  hiddenNumbers: 0.3,
  userIdRotation: 2,
  unknownThings: true,
  numberTimestamps: 0.2,
  history: 3,
  historyDeclined: true,
  phoneApp: 0.15,
  calls: 0.1,
  groups: 0.05,
  notices: true,
  offboarding: true,
  inboxTool: true,
}
