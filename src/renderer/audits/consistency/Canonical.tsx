import { type FormEvent, type ReactNode, useState } from 'react'
import type { QuestionCluster } from '../../../shared/audits.ts'
import type { Failure } from '../../../shared/contract.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureLine } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'

/** The answer everybody should give, written once for the question. */
export function Canonical({ cluster }: { readonly cluster: QuestionCluster }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const [writing, setWriting] = useState(false)
  const { canonical } = cluster
  return (
    <section className="consistency-canonical" aria-label={text('consistency.canonical')}>
      <h3>{text('consistency.canonical')}</h3>
      {canonical === null ? (
        !writing && <p className="consistency-note">{text('consistency.canonicalNone')}</p>
      ) : (
        <figure>
          <blockquote dir="auto">{canonical.answer}</blockquote>
          <figcaption>
            {text('consistency.canonicalBy', { by: canonical.by, time: format.dateTime(canonical.at) })}
          </figcaption>
        </figure>
      )}
      {writing ? (
        <CanonicalForm cluster={cluster} onDone={() => setWriting(false)} />
      ) : (
        <Button onClick={() => setWriting(true)}>{text('consistency.canonicalWrite')}</Button>
      )}
    </section>
  )
}

interface CanonicalFormProps {
  readonly cluster: QuestionCluster
  readonly onDone: () => void
}

function CanonicalForm({ cluster, onDone }: CanonicalFormProps): ReactNode {
  const text = useText('auditResults')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const [answer, setAnswer] = useState(cluster.canonical?.answer ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await api.saveCanonicalAnswer({
        question: cluster.question,
        answer: answer.trim(),
        by: settings?.reviewer ?? '–',
      })
      onDone()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <textarea
        className="field"
        rows={4}
        dir="auto"
        aria-label={text('consistency.canonical')}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      {failure !== null && (
        <p role="alert" className="consistency-refused">
          <FailureLine failure={failure} plain />
        </p>
      )}
      <div className="consistency-buttons">
        <Button quiet onClick={onDone}>
          {text('consistency.cancel')}
        </Button>
        <Button primary type="submit" disabled={answer.trim() === ''}>
          {text('consistency.save')}
        </Button>
      </div>
    </form>
  )
}
