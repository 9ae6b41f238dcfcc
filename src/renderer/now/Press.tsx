import type { ReactNode } from 'react'
import { useScreen } from './screen.ts'
import '../ui/Opens.css'

export interface PressProps {
  readonly onPress: () => void
  /** What it does, where its words alone do not say it. */
  readonly label?: string
  readonly className?: string
  readonly children: ReactNode
}

/** Words that lead somewhere; on the wall they are only words. */
export function Press({ onPress, label, className, children }: PressProps): ReactNode {
  const { wall } = useScreen()
  if (wall) return <span className={className}>{children}</span>
  return (
    <button
      type="button"
      className={className === undefined ? 'opens' : `opens ${className}`}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
