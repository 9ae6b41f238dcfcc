import type { ReactNode } from 'react'
import type { Conversation } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useLanguage, useText, type Text } from '../ui/text.ts'
import { displayName } from '../ui/displayName.ts'
import { FactList, type Fact } from './FactList.tsx'

type Contact = Conversation['contact']

export function ContactFacts({ contact }: { readonly contact: Contact }): ReactNode {
  const text = useText('chats')
  const language = useLanguage()
  const format = useFormat()
  const facts: readonly Fact[] = [
    { label: text('facts.conversations'), value: conversationsOf(contact, text, format.date) },
    ...(contact.phone === null ? [] : [{ label: text('facts.phone'), value: contact.phone }]),
    ...(contact.language === null
      ? []
      : [{ label: text('facts.writes'), value: displayName('language', contact.language, language) }]),
    {
      label: text('facts.optIn'),
      value:
        contact.optedInAt === null
          ? text('facts.noRecord')
          : text('facts.onRecord', { date: format.date(contact.optedInAt) }),
    },
    ...(contact.tags.length === 0 ? [] : [{ label: text('facts.tags'), value: contact.tags.join(', ') }]),
  ]
  return <FactList facts={facts} />
}

function conversationsOf(contact: Contact, text: Text, date: (at: number) => string): string {
  if (contact.since === null) return String(contact.conversations)
  return text('facts.since', { count: contact.conversations, month: date(contact.since) })
}
