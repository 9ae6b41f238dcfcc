import { type FormEvent, type ReactNode, useState } from 'react'
import type { Api, Failure } from '../../../shared/contract.ts'
import { api, failureOf } from '../../api.ts'
import { openConversation } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Failed } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { useChatLabels } from './useChatLabels.ts'

type Found = Awaited<ReturnType<Api['footnote']>>

/** As footnotes are printed. */
const example = '3F9C1A-12'

/** From the small number in a printed report to the conversations it was counted from. */
export function FindFootnote(): ReactNode {
  const text = useText('reports')
  const [typed, type] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function look(event: FormEvent): Promise<void> {
    event.preventDefault()
    setFailure(null)
    try {
      setFound(await api.footnote({ id: typed }))
    } catch (error) {
      setFound(null)
      setFailure(failureOf(error))
    }
  }
  return (
    <Section title={text('footnote.title')}>
      <p className="blocks-hint">{text('footnote.about')}</p>
      <form className="footnote-form" onSubmit={(event) => void look(event)}>
        <input
          className="field"
          aria-label={text('footnote.id')}
          placeholder={example}
          spellCheck={false}
          autoCapitalize="characters"
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {text('footnote.find')}
        </Button>
      </form>
      {failure !== null && <Failed failure={failure} />}
      {found !== null && <Behind found={found} />}
    </Section>
  )
}

function Behind({ found }: { readonly found: Found }): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const labels = useChatLabels(found.conversations)
  const { issued, about, total, conversations } = found
  return (
    <div className="footnote-found">
      <p className="check-what" dir="auto">
        {about}
      </p>
      <p>
        <bdi>{issued.name}</bdi>
        {`, ${format.period(issued.scope.from, issued.scope.to)}`}
      </p>
      <p>{text('footnote.counted', { count: total, shown: format.count(total) })}</p>
      <ul>
        {conversations.map((id) => (
          <li key={id}>
            <button type="button" className="row-open" onClick={() => openConversation(id)}>
              <bdi>{labels.get(id)?.name ?? id}</bdi>
            </button>
            <small>{labels.get(id)?.when}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
