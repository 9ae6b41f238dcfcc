import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import type { SourceFormProps } from './AddSource.tsx'

const empty = { collector: '', token: '', graphUrl: '', graphToken: '', waba: '' }

/** The collector's address and token; Graph, where templates and names are to be read too. */
export function CloudForm({ busy, onSubmit }: SourceFormProps) {
  const text = useText('start')
  const [given, setGiven] = useState(empty)
  const field = (name: keyof typeof empty, kind: 'url' | 'password' | 'text', required: boolean) => (
    <label>
      {text(`cloud.${name}`)}
      <input
        className="field"
        type={kind}
        value={given[name]}
        required={required}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setGiven({ ...given, [name]: event.target.value.trim() })}
      />
      <small>{text(`cloud.${name}Hint`)}</small>
    </label>
  )
  const graph = { url: given.graphUrl, token: given.graphToken, waba: given.waba }
  const graphGiven = Object.values(graph).some((value) => value !== '')
  return (
    <form
      className="way-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { collector, token } = given
        onSubmit({ kind: 'whatsapp-cloud', collector, token, ...(graphGiven ? { graph } : {}) })
      }}
    >
      {field('collector', 'url', true)}
      {field('token', 'password', true)}
      <details>
        <summary>{text('cloud.graph')}</summary>
        <div>
          {field('graphUrl', 'url', graphGiven)}
          {field('graphToken', 'password', graphGiven)}
          {field('waba', 'text', graphGiven)}
        </div>
      </details>
      <Button primary type="submit" disabled={busy}>
        {text(busy ? 'working' : 'cloud.connect')}
      </Button>
    </form>
  )
}
