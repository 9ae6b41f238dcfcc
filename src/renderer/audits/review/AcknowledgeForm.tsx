import { useState, type FormEvent, type ReactNode } from 'react'
import { useText } from '../../ui/text.ts'
import { FormButtons, NameField, useAgentName, WordsField } from './formFields.tsx'
import type { FormProps } from './formProps.ts'

/** The agent has seen the review, and may say something to it. */
export function AcknowledgeForm({ review, act, onClose }: FormProps): ReactNode {
  const text = useText('audits')
  const [by, setBy] = useState(useAgentName(review.agent))
  const [reply, setReply] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    void act({ kind: 'acknowledge', by: by.trim(), reply: reply.trim() })
  }
  return (
    <form className="audit-form" onSubmit={submit}>
      <NameField label={text('form.agent')} value={by} onChange={setBy} />
      <WordsField label={text('form.reply')} value={reply} onChange={setReply} />
      <FormButtons word={text('form.acknowledge')} disabled={by.trim() === ''} onClose={onClose} />
    </form>
  )
}
