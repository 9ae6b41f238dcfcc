import { type ReactNode, useId, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useText } from '../ui/text.ts'

const longestName = 200

/** Asks what a question is to be called. */
export function NameDialog(props: {
  readonly first: string
  readonly taken: readonly string[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}): ReactNode {
  const { first, taken, onName, onClose } = props
  const text = useText('questions')
  const [name, setName] = useState(first)
  const field = useId()
  const isTaken = taken.includes(name.trim())
  return (
    <Dialog open onClose={onClose} title={text('nameTitle')}>
      <form
        className="question-naming"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          onName(name.trim())
          onClose()
        }}
      >
        <label htmlFor={field}>{text('name')}</label>
        <input
          id={field}
          className="field"
          dir="auto"
          maxLength={longestName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {isTaken && <p>{text('nameTaken')}</p>}
        <div>
          <Button type="submit" primary disabled={name.trim() === ''}>
            {text('save')}
          </Button>
          <Button onClick={onClose}>{text('back')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
