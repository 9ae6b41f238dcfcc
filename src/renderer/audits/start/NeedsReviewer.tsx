import { useState, type FormEvent, type ReactNode } from 'react'
import { useAsk } from '../../api.ts'
import { saveSettings } from '../../settings/saveSettings.ts'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

/** Asks once under which name reviews are written here. */
export function NeedsReviewer({
  children,
}: {
  readonly children: (reviewer: string) => ReactNode
}): ReactNode {
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  if (settings === undefined || workspace === undefined)
    return (
      <div className="page">
        <Loading />
      </div>
    )
  if (settings.reviewer !== null) return children(settings.reviewer)
  const me = workspace.agents.find(({ id }) => id === settings.me)
  return <AskReviewer suggested={me?.name ?? ''} />
}

function AskReviewer({ suggested }: { readonly suggested: string }): ReactNode {
  const text = useText('audits')
  const [name, setName] = useState(suggested)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() !== '') void saveSettings({ reviewer: name.trim() })
  }
  return (
    <form className="page audit-ask" onSubmit={submit}>
      <h1 className="unseen">{text('section.queue')}</h1>
      <p className="state-what">{text('reviewer.why')}</p>
      <p>{text('reviewer.about')}</p>
      <label className="audit-field">
        <span>{text('reviewer.name')}</span>
        <input
          className="field"
          dir="auto"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button primary type="submit" disabled={name.trim() === ''}>
        {text('reviewer.go')}
      </Button>
    </form>
  )
}
