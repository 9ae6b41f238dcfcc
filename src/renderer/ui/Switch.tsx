import { Switch as Base } from '@base-ui/react/switch'
import './Switch.css'

export interface SwitchProps {
  readonly id?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** Names it where no label stands beside it. */
  readonly label?: string
  readonly 'aria-describedby'?: string | undefined
}

export function Switch({ id, on, onChange, label, ...rest }: SwitchProps) {
  return (
    <Base.Root
      className="switch"
      id={id}
      checked={on}
      onCheckedChange={onChange}
      aria-label={label}
      aria-describedby={rest['aria-describedby']}
    >
      <Base.Thumb className="switch-thumb" />
    </Base.Root>
  )
}
