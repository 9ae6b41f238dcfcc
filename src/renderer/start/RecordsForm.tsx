import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import type { SourceFormProps } from './AddSource.tsx'

/** Paths of records files on this machine, one a line. The engine reads them; nothing is uploaded. */
export function RecordsForm({ busy, onSubmit }: SourceFormProps) {
  const text = useText('start')
  const [given, setGiven] = useState('')
  const files = given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    <form
      className="way-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ kind: 'records', files })
      }}
    >
      <label>
        {text('records.files')}
        <textarea
          className="field"
          rows={3}
          value={given}
          required
          spellCheck={false}
          placeholder={text('records.example')}
          onChange={(event) => setGiven(event.target.value)}
        />
        <small>{text('records.filesHint')}</small>
      </label>
      <Button primary type="submit" disabled={busy || files.length === 0}>
        {text(busy ? 'working' : 'records.import')}
      </Button>
    </form>
  )
}
