/** What is told from a message's own columns as it is stored: its template, its price, and what its text says. */
import type { MessageDraft } from './drafts.ts'
import { isSameReadable, readText, readableText, textVersion, type Readable } from './textReading.ts'
import { referWord } from './words.ts'
import type { Work } from './work.ts'

export interface Price {
  /** "category COUNTRY", or the category alone where no country is stated. */
  readonly text: string
  readonly billable: boolean
}

/** Brings the draft's words up to date with its columns. A text that was read before is not read again. */
export function readMessageWords(work: Work, draft: MessageDraft): void {
  draft.templateWord = draft.template === null ? null : templateWord(work, draft.template)
  const price = draft.pricing === null ? null : priceOf(draft.pricing)
  draft.priceWord = price === null ? null : referWord(work, 'pricing', price.text)
  draft.billable = price === null ? null : price.billable ? 1 : 0
  const text = readableText(draft.flags, draft.text, draft.caption)
  // Its time or its place may have changed too, and with them what the customer wrote first.
  if (text?.by === 'customer' || draft.readText?.by === 'customer') work.heard.add(draft.conversation)
  if (!isUnread(draft, text)) return
  if (text !== null && !work.readsTexts) work.unread.add(draft.conversation)
  const reading = work.readsTexts ? readText(text) : null
  const language = reading?.language ?? null
  draft.language = language === null ? null : referWord(work, 'language', language)
  draft.sentiment = reading?.sentiment ?? null
  draft.signals = reading?.signals ?? null
  draft.promise = reading?.promise ?? null
  draft.textVersion = reading === null && text !== null ? 0 : textVersion
  draft.readText = text
}

/** Texts read within a page. More come in bulk only: those are read in the background, so that a backfill goes on at its pace. */
const textsPerPage = 300

/** Whether the customers' texts among these messages are few enough to be read with them; those of ours take next to no time. */
export function areFewTexts(drafts: readonly MessageDraft[]): boolean {
  let unread = 0
  for (const draft of drafts) {
    const text = readableText(draft.flags, draft.text, draft.caption)
    if (text?.by === 'customer' && isUnread(draft, text)) unread += 1
  }
  return unread <= textsPerPage
}

function isUnread(draft: MessageDraft, text: Readable | null): boolean {
  return draft.textVersion !== textVersion || !isSameReadable(draft.readText, text)
}

/** Of a message not written yet. */
export const unreadWords = {
  templateWord: null,
  priceWord: null,
  billable: null,
  language: null,
  sentiment: null,
  signals: null,
  promise: null,
  textVersion: 0,
  readText: null,
} as const

/** What the cloud says a message cost; null when it says nothing that can be counted. */
export function priceOf(pricing: string): Price | null {
  const { category, country, billable } = JSON.parse(pricing) as Readonly<Record<string, unknown>>
  if (typeof category !== 'string' && typeof billable !== 'boolean') return null
  const name = typeof category === 'string' ? category.replaceAll(' ', '_') : 'unknown'
  const place = typeof country === 'string' && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null
  return { text: place === null ? name : `${name} ${place}`, billable: billable === true }
}

function templateWord(work: Work, template: string): number | null {
  const { name } = JSON.parse(template) as { readonly name?: unknown }
  return typeof name === 'string' ? referWord(work, 'template', name) : null
}
