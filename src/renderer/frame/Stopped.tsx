import type { Failure } from '../../shared/contract.ts'
import { Button } from '../ui/Button.tsx'
import { useStoppedText } from '../ui/failureText.tsx'
import { useText } from '../ui/text.ts'
import './Stopped.css'

/** The engine stopped, or never answered: what happened, what to do, one button. */
export function Stopped({ failure }: { readonly failure: Failure }) {
  const text = useText('frame')
  const { message, hint } = useStoppedText()(failure)
  return (
    <main className="stopped" role="alert">
      <h1>{message}</h1>
      <p>{hint}</p>
      <Button primary onClick={() => location.reload()}>
        {text('stopped.again')}
      </Button>
    </main>
  )
}
