/**
 * The choices that change numbers. Facts hold what every choice needs, so a change recomputes the past at once. The
 * workspace has one set of choices; a definition by name is a set that gives another product's figures from our facts.
 */

export interface NumberRules {
  /** Where the first-response clock starts: the opening (in episodes of ours the first inbound message), … the last hand-off by a bot before the reply. */
  readonly firstResponseClock: 'opening' | 'first_inbound' | 'first_assignment' | 'bot_handoff'
  /** `episode`: every episode has a first response; `conversation`: only the first that has a reply. */
  readonly firstResponsePer: 'episode' | 'conversation'
  /** Next response: from the first or the last inbound message since the reply before. */
  readonly unanswered: 'first' | 'last'
  /** `episode`: start to close of each; `first_to_last`: first opening to last close; `open_spans`: the same without the time closed. */
  readonly resolution: 'episode' | 'first_opening' | 'first_to_last' | 'open_spans'
  /** Time pending or snoozed is left out of the resolution time. */
  readonly withoutRest: boolean
  /** Whom first responses count for: who wrote, or who has the conversation now. */
  readonly firstResponseCredit: 'sender' | 'current'
  /** Whom resolutions count for: who was assigned at the close, who closed, or who has the conversation now. */
  readonly resolutionCredit: 'assigned' | 'closer' | 'current'
  /** Only conversations closed by now count in times. */
  readonly closedOnly: boolean
  /** `null`: as the question says. */
  readonly hours: 'calendar' | 'business' | null
  /** Minutes an agent counts as engaged after a message of their own. */
  readonly engagedMinutes: number
  /** Days within which a contact's return counts as a follow-up. */
  readonly followUpDays: number
  /** Seconds a customer may wait without a reply before the conversation counts as abandoned. */
  readonly abandonedAfter: number
}

export const defaultRules: NumberRules = {
  firstResponseClock: 'opening',
  firstResponsePer: 'episode',
  unanswered: 'first',
  resolution: 'episode',
  withoutRest: false,
  firstResponseCredit: 'sender',
  resolutionCredit: 'assigned',
  closedOnly: false,
  hours: null,
  engagedMinutes: 3,
  followUpDays: 7,
  abandonedAfter: 120,
}

export const definitionNames = ['floorwalker', 'respondio', 'chatwoot', 'wati', 'trengo', 'zendesk'] as const
export type DefinitionName = (typeof definitionNames)[number]
