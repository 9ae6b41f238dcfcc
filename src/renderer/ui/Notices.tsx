import { Toast } from '@base-ui/react/toast'
import { Button } from './Button.tsx'
import { useText } from './text.ts'
import './Notices.css'

const manager = Toast.createToastManager<{ readonly undo?: () => void }>()

/** Says below what was done, for a few seconds, with the way back where there is one. */
export function tell(sentence: string, undo?: () => void): void {
  manager.add({
    description: sentence,
    timeout: undo === undefined ? 5000 : 10_000,
    data: undo ? { undo } : {},
  })
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

function List() {
  const text = useText('ui')
  const { toasts, close } = Toast.useToastManager<{ readonly undo?: () => void }>()
  return toasts.map((toast) => {
    const undo = toast.data?.undo
    return (
      <Toast.Root key={toast.id} toast={toast} className="notice">
        <Toast.Description className="notice-words" />
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
      </Toast.Root>
    )
  })
}
