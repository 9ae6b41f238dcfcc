import { useState } from 'react'
import type { Api, Failure } from '../../../shared/contract.ts'
import { api, failureOf } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureLine, usePhraseText } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'

type Told = Awaited<ReturnType<Api['testTelling']>>
type Phase = 'ready' | 'asking' | { readonly told: Told } | { readonly failed: Failure }

/** Tells a made-up flag everywhere it would be told, and says what came of it. */
export function TestTelling() {
  const text = useText('flagSettings')
  const [phase, setPhase] = useState<Phase>('ready')
  async function test(): Promise<void> {
    setPhase('asking')
    try {
      setPhase({ told: await api.testTelling() })
    } catch (error) {
      setPhase({ failed: failureOf(error) })
    }
  }
  return (
    <div className="section-end">
      <output className="rule-tested" dir="auto">
        {typeof phase === 'object' &&
          ('failed' in phase ? <FailureLine failure={phase.failed} plain /> : <Outcome told={phase.told} />)}
      </output>
      <Button disabled={phase === 'asking'} onClick={() => void test()}>
        {text('test.do')}
      </Button>
    </div>
  )
}

function Outcome({ told }: { readonly told: Told }) {
  const text = useText('flagSettings')
  const phraseText = usePhraseText()
  const known = told.webhook === 'sent' || told.webhook === 'off'
  return (
    <>
      {text(told.desktop ? 'test.desktop' : 'test.noDesktop')}{' '}
      {known
        ? text(`test.webhook_${told.webhook}`)
        : text('test.webhookFailed', { why: phraseText(told.webhookWords, told.webhook) })}
    </>
  )
}
