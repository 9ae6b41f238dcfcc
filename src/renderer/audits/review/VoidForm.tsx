import { useState, type FormEvent, type ReactNode } from 'react'
import { useText } from '../../ui/text.ts'
import { FormButtons, WordsField } from './formFields.tsx'
import type { FormProps } from './formProps.ts'

/** Takes the review out of all results for good; it stays readable with its reason. */
export function VoidForm({ review, act, onClose }: FormProps): ReactNode {
  const text = useText('audits')
  const [comment, setComment] = useState('')
  function submit(event: FormEvent): void {
    event.preventDefault()
    void act({ kind: 'void', by: review.reviewer, comment: comment.trim() })
  }
  return (
    <form className="audit-form" onSubmit={submit}>
      <p>{text('form.voidAbout')}</p>
      <WordsField label={text('form.voidWhy')} value={comment} onChange={setComment} />
      <FormButtons word={text('form.void')} danger disabled={comment.trim() === ''} onClose={onClose} />
    </form>
  )
}
