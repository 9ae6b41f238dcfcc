/** What the cloud says about the account, its numbers and its templates: notices, each with its weight and one sentence. */
import type { Notice } from '../source.ts'
import { fingerprint, type Draft } from './draft.ts'
import { at, digitsOf, fieldsOf, listOf, numberOf, textOf, timeOf, type Fields } from './value.ts'

interface Told {
  readonly kind?: string
  readonly severity: Notice['severity']
  readonly text: string
}

/** Fields of the account, the numbers and the templates that this version knows how to tell. */
export function isAccountField(field: string): boolean {
  return Object.hasOwn(tellers, field)
}

/** Adds the notice of one account-level change. Equal changes, however often they arrive, are one notice. */
export function addAccountNotice(draft: Draft, field: string, value: Fields, entry: Fields): void {
  // Published examples of quality changes carry the field of status changes: the keys decide.
  const actual =
    field === 'message_template_status_update' && value['new_quality_score'] !== undefined
      ? 'message_template_quality_update'
      : field
  const told = (Object.hasOwn(tellers, actual) ? tellers[actual] : undefined)?.(value) ?? {
    severity: 'info',
    text: `${words(field)}: ${summary(value)}`,
  }
  const time =
    timeOf(entry['time']) ??
    timeOf(value['category_update_timestamp']) ??
    timeOf(value['timestamp']) ??
    timeOf(at(value, 'volume_tier_info', 'tier_update_time'))
  draft.notice({
    id: `${actual}:${textOf(entry['id']) ?? ''}:${time ?? ''}:${fingerprint(value)}`,
    at: time ?? draft.receivedAt,
    severity: told.severity,
    kind: told.kind ?? actual,
    text: told.text,
  })
}

const tellers: Readonly<Record<string, (value: Fields) => Told>> = {
  account_update: tellAccount,
  account_alerts: (value) => ({
    severity: severityOf(
      textOf(value['alert_severity']) ?? textOf(at(value, 'alert_info', 'alert_severity')),
    ),
    text: `The cloud raised an alert about the account: ${summary(value)}`,
  }),
  account_review_update: (value) => ({
    severity: textOf(value['decision']) === 'APPROVED' ? 'info' : 'warning',
    text: `The review of the account ended: ${spoken(value['decision'])}.`,
  }),
  phone_number_quality_update: (value) => {
    const event = textOf(value['event'])
    const bad = event === 'FLAGGED' || event === 'DOWNGRADE' || event === 'THROUGHPUT_DOWNGRADE'
    const limit = textOf(value['max_daily_conversations_per_business']) ?? textOf(value['current_limit'])
    return {
      severity: bad ? 'warning' : 'info',
      text: `${numberName(value)}: ${spoken(event)}${limit === null ? '' : `, limit now ${spoken(limit)}`}.`,
    }
  },
  phone_number_name_update: (value) => {
    const reason = textOf(value['rejection_reason'])
    const decision = textOf(value['decision'])
    return {
      severity: decision === 'REJECTED' ? 'warning' : 'info',
      text: `${numberName(value)}: the name ${quoted(value['requested_verified_name'])} was ${spoken(decision)}${
        reason === null || reason === 'NONE' ? '' : ` (${spoken(reason)})`
      }.`,
    }
  },
  business_username_update: (value) => ({
    severity: textOf(value['status']) === 'deleted' ? 'warning' : 'info',
    text: `${numberName(value)}: the username ${quoted(value['username'])} is ${spoken(value['status'])}.`,
  }),
  business_capability_update: (value) => ({
    severity: 'info',
    text: `What the account may do changed: ${summary(value)}`,
  }),
  security: (value) => ({
    severity: 'warning',
    text: `${numberName(value)}: ${spoken(value['event'])}${by(value)}.`,
  }),
  message_template_status_update: (value) => {
    const event = textOf(value['event']) ?? 'UNKNOWN'
    const reason = textOf(at(value, 'rejection_info', 'reason')) ?? textOf(value['reason'])
    const advice = textOf(at(value, 'rejection_info', 'recommendation'))
    return {
      kind: 'template_status',
      severity: stoppedTemplate.has(event) ? 'warning' : 'info',
      text: `Template ${templateName(value)} is now ${spoken(event)}${
        reason === null || reason === 'NONE' ? '' : `: ${reason}`
      }${advice === null ? '' : ` ${advice}`}`,
    }
  },
  message_template_quality_update: (value) => {
    const score = textOf(value['new_quality_score'])
    return {
      kind: 'template_quality',
      severity: score === 'RED' || score === 'YELLOW' ? 'warning' : 'info',
      text: `Template ${templateName(value)}: quality went from ${spoken(value['previous_quality_score'])} to ${spoken(score)}.`,
    }
  },
  template_category_update: (value) => {
    const correct = textOf(value['correct_category'])
    return {
      kind: 'template_category',
      severity: 'warning',
      text:
        correct === null
          ? `Template ${templateName(value)} moved from ${spoken(value['previous_category'])} to ${spoken(value['new_category'])}: its price changes.`
          : `Template ${templateName(value)} will move to ${spoken(correct)}: its price will change.`,
    }
  },
  message_template_components_update: (value) => ({
    kind: 'template_components',
    severity: 'info',
    text: `Template ${templateName(value)} was edited.`,
  }),
  automatic_events: (value) => ({
    severity: 'info',
    text: `The cloud marked customer actions by itself: ${summary(value)}`,
  }),
  partner_solutions: (value) => ({ severity: 'info', text: `A partner solution changed: ${summary(value)}` }),
  payment_configuration_update: (value) => ({
    severity: 'info',
    text: `The payment configuration changed: ${summary(value)}`,
  }),
}

const stoppedTemplate = new Set([
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'FLAGGED',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'DELETED',
])

/** After these, data stops silently: somebody has to be told loudly. */
const silencing: Readonly<Record<string, string>> = {
  PARTNER_REMOVED: 'The number was disconnected from this app',
  PARTNER_APP_UNINSTALLED: 'The app was removed from the account',
  ACCOUNT_OFFBOARDED: 'The account was disconnected from the cloud',
  ACCOUNT_DELETED: 'The account was deleted',
}

function tellAccount(value: Fields): Told {
  const event = textOf(value['event']) ?? 'UNKNOWN'
  const reason = textOf(at(value, 'disconnection_info', 'reason'))
  const silenced = Object.hasOwn(silencing, event) ? silencing[event] : undefined
  if (silenced !== undefined)
    return {
      severity: 'danger',
      text: `${silenced}${reason === null ? '' : ` (${spoken(reason)})`}: no further messages arrive until it is connected again.`,
    }
  if (event === 'ACCOUNT_RESTRICTION')
    return {
      severity: 'danger',
      text: `The account is restricted: ${listOf(value['restriction_info'])
        .map((entry) => spoken(at(entry, 'restriction_type')))
        .join(', ')}.`,
    }
  if (event === 'ACCOUNT_VIOLATION')
    return {
      severity: 'danger',
      text: `The cloud found a violation of its rules: ${spoken(at(value, 'violation_info', 'violation_type'))}.`,
    }
  if (event === 'DISABLED_UPDATE') {
    const state = textOf(at(value, 'ban_info', 'waba_ban_state'))
    return {
      severity: state === 'REINSTATE' ? 'info' : 'danger',
      text:
        state === 'REINSTATE'
          ? 'The ban of the account was lifted.'
          : `The account is banned or about to be: ${spoken(state)}.`,
    }
  }
  return { severity: 'info', text: `The account changed: ${spoken(event)}. ${summary(value)}` }
}

function severityOf(severity: string | null): Notice['severity'] {
  if (severity === 'CRITICAL') return 'danger'
  return severity === 'WARNING' ? 'warning' : 'info'
}

/** Adds the errors a value states beside its messages. The same error on the same day is one notice. */
export function addErrors(draft: Draft, errors: readonly unknown[], channel: string | null): void {
  for (const error of errors) {
    const code = numberOf(at(error, 'code'))
    const title = textOf(at(error, 'title')) ?? textOf(at(error, 'message')) ?? 'an error without a title'
    const details = textOf(at(error, 'error_data', 'details'))
    const day = new Date(draft.receivedAt).toISOString().slice(0, 10)
    draft.notice({
      id: `cloud_error:${channel ?? ''}:${code ?? title}:${day}`,
      at: draft.receivedAt,
      severity: 'warning',
      kind: 'cloud_error',
      text: `The cloud reports: ${title}${code === null ? '' : ` (${code})`}${details === null || details === title ? '' : `: ${details}`}`,
    })
  }
}

function numberName(value: Fields): string {
  const digits = digitsOf(value['display_phone_number'])
  return digits === null ? 'A number of the account' : `Number +${digits}`
}

function templateName(value: Fields): string {
  const language = textOf(value['message_template_language'])
  return `${quoted(value['message_template_name'])}${language === null ? '' : ` (${language})`}`
}

function by(value: Fields): string {
  const requester = textOf(value['requester'])
  return requester === null ? '' : ` (asked for by ${requester})`
}

function quoted(value: unknown): string {
  const text = textOf(value)
  return text === null ? 'without a name' : `“${text}”`
}

/** A constant of the cloud as words: `THROUGHPUT_UPGRADE` is "throughput upgrade". */
function spoken(value: unknown): string {
  const text = textOf(value)
  return text === null ? 'not stated' : words(text.toLowerCase())
}

function words(name: string): string {
  return name.replaceAll('_', ' ')
}

function summary(value: Fields): string {
  const facts = Object.entries(value).flatMap(([key, part]) => {
    const fields = fieldsOf(part)
    const text = fields === null ? textOf(part) : summary(fields)
    return text === null ? [] : [fields === null ? `${words(key)} ${text}` : text]
  })
  return facts.join(', ').slice(0, 500)
}
