import { Toast } from '@base-ui/react/toast'
import type { Failure } from '../../shared/contract.ts'
import type { Reason } from '../../shared/phrases.ts'
import { Button } from './Button.tsx'
import { FailureLine, usePhraseText } from './failureText.tsx'
import { useText } from './text.ts'
import './Notices.css'

/** What is said: words as they are, or what is asked for whenever it is drawn, so that it follows the language. */
export type Sentence = string | (() => string) | Failure | Reason

interface Said {
  readonly sentence: Sentence
  readonly undo?: () => void
  readonly way?: Way
}

/** Where a notice leads. */
interface Way {
  readonly word: Sentence
  readonly go: () => void
}

const manager = Toast.createToastManager<Said>()

/** Says below what was done, for a few seconds, with the way back where there is one. */
export function tell(sentence: Sentence, undo?: () => void): void {
  manager.add({
    timeout: undo === undefined ? 5000 : 10_000,
    data: undo ? { sentence, undo } : { sentence },
  })
}

/** Says what happened elsewhere, for longer, with the way there. */
export function tellWay(sentence: Sentence, way: Way): void {
  manager.add({ timeout: 30_000, data: { sentence, way } })
}

/** Where `tell` speaks. F6 leads there. */
export function Notices() {
  return (
    <Toast.Provider toastManager={manager} limit={1}>
      <Toast.Portal>
        <Toast.Viewport className="notices">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Words({ sentence }: { readonly sentence: Sentence }) {
  const phraseText = usePhraseText()
  if (typeof sentence === 'string') return sentence
  if (typeof sentence === 'function') return sentence()
  return 'text' in sentence ? (
    phraseText(sentence.words, sentence.text)
  ) : (
    <FailureLine failure={sentence} plain />
  )
}

function List() {
  const text = useText('ui')
  const { toasts, close } = Toast.useToastManager<Said>()
  return toasts.map((toast) => {
    const { sentence = '', undo, way } = toast.data ?? {}
    return (
      <Toast.Root key={toast.id} toast={toast} className="notice">
        {/* Its name, so that it is not a dialog without one; not a heading of the page. */}
        <Toast.Title className="notice-words" render={<p />}>
          <Words sentence={sentence} />
        </Toast.Title>
        {undo !== undefined && (
          <Button
            quiet
            onClick={() => {
              undo()
              close(toast.id)
            }}
          >
            {text('undo')}
          </Button>
        )}
        {way !== undefined && (
          <Button
            quiet
            onClick={() => {
              way.go()
              close(toast.id)
            }}
          >
            <Words sentence={way.word} />
          </Button>
        )}
      </Toast.Root>
    )
  })
}
