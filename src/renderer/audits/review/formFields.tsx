import { useEffect, useRef, type ReactNode } from 'react'
import { useNames } from '../../chats/names.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Who speaks: the agent's name to begin with, since the lead writes for them. */
export function useAgentName(agent: string | null): string {
  const names = useNames()
  return agent === null ? '' : names.agent(agent)
}

export function NameField({ label, value, onChange }: FieldProps): ReactNode {
  return (
    <label className="audit-field">
      <span>{label}</span>
      <input className="field" dir="auto" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

/** The field a form opens in. */
export function WordsField({ label, value, onChange }: FieldProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <label className="audit-field">
      <span>{label}</span>
      <textarea
        ref={field}
        className="field"
        rows={3}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

interface FormButtonsProps {
  readonly word: string
  readonly disabled: boolean
  readonly danger?: boolean
  readonly onClose: () => void
}

export function FormButtons({ word, disabled, danger = false, onClose }: FormButtonsProps): ReactNode {
  const ui = useText('ui')
  return (
    <p className="audit-form-buttons">
      <Button onClick={onClose}>{ui('cancel')}</Button>
      <Button type="submit" primary={!danger} danger={danger} disabled={disabled}>
        {word}
      </Button>
    </p>
  )
}
