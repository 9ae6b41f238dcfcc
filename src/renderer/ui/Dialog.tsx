import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import './Dialog.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons at the bottom, the important one last. */
  readonly buttons?: ReactNode
  /** `wide` fills the page for what has to be read; `side` slides in from the right over the page's whole height. */
  readonly shape?: 'middle' | 'wide' | 'side' | 'palette'
  /** For shapes whose content says itself what it is. */
  readonly hideTitle?: boolean
}

/** What floats over the page and holds the focus until it is closed. `Esc` closes. */
export function Dialog({ open, onClose, title, children, buttons, shape, hideTitle }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-back" data-shape={shape ?? 'middle'} />
        <Base.Popup className="dialog" data-shape={shape ?? 'middle'}>
          <Base.Title className={hideTitle === true ? 'unseen' : 'dialog-title'}>{title}</Base.Title>
          {children}
          {buttons !== undefined && <div className="dialog-buttons">{buttons}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
