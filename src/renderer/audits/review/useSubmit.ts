import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { Criterion, ReviewContent } from '../../../shared/audits.ts'
import { api, failureOf } from '../../api.ts'
import { hasCommandKey } from '../../ui/Keys.tsx'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'
import type { Draft } from './draft.ts'
import { keepAnswer } from './useDraft.ts'

interface SubmitPorts {
  readonly criteria: readonly Criterion[]
  /** Ids of criteria that must be rated or set aside first. */
  readonly missing: readonly string[]
  readonly draft: Draft
  readonly content: ReviewContent
  /** It was submitted before: it is enough that everything is kept. */
  readonly change: boolean
  /** Shows the first criterion that is missing. */
  readonly onMissing: (index: number) => void
  readonly onDone: (review: string) => void
}

interface Refusal {
  readonly of: ReviewContent
  readonly why: 'missing' | Failure
}

/** Submits with the button and with Ctrl/⌘ Enter, also while somebody writes; what is refused is answered as `refused`. */
export function useSubmit(ports: SubmitPorts) {
  const { criteria, missing, draft, content, change, onMissing, onDone } = ports
  const text = useText('audits')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const refuse = (why: Refusal['why']) => setRefusal({ of: content, why })

  /** Made when it is shown, so that it follows the language. */
  const failureFor = ({ why }: Refusal): Failure =>
    why === 'missing'
      ? {
          kind: 'invalid',
          message: text('submit.missing', { count: missing.length }),
          hint: text('submit.missingHint'),
        }
      : why

  async function submit(): Promise<void> {
    const first = criteria.findIndex(({ id }) => missing.includes(id))
    if (busy) return
    if (first >= 0) {
      onMissing(first)
      refuse('missing')
      return
    }
    setBusy(true)
    try {
      const id = (await draft.settle()) ? draft.current().review : null
      if (id === null) return
      if (!change) {
        keepAnswer(await api.actOnReview(id, { kind: 'submit' }))
        tell(text('submit.done'))
      }
      onDone(id)
    } catch (error) {
      refuse(failureOf(error))
    } finally {
      setBusy(false)
    }
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hasCommandKey(event) || event.key !== 'Enter' || event.repeat) return
      event.preventDefault()
      void submit()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
  return {
    submit: () => void submit(),
    // The next stroke makes a refusal old.
    refused: refusal?.of === content ? failureFor(refusal) : null,
    busy,
  }
}
