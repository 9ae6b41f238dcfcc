import type { ReactNode } from 'react'
import type { Sample } from '../../../shared/audits.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useText } from '../../ui/text.ts'

interface CloseSampleProps {
  readonly sample: Sample
  readonly onKeep: () => void
  readonly onClose: () => void
}

/** Closing cannot be undone: what is not reviewed leaves the queues, what is reviewed stays. */
export function CloseSample({ sample, onKeep, onClose }: CloseSampleProps): ReactNode {
  const text = useText('audits')
  const ui = useText('ui')
  const left = sample.items - sample.reviewed
  return (
    <Dialog
      open
      onClose={onKeep}
      title={text('samples.closeNamed', { name: sample.recipe.name })}
      buttons={
        <>
          <Button onClick={onKeep}>{ui('cancel')}</Button>
          <Button danger onClick={onClose}>
            {text('samples.close')}
          </Button>
        </>
      }
    >
      <p>{text('samples.closeAbout', { count: left })}</p>
    </Dialog>
  )
}
