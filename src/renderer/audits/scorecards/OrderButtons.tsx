import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { IconArrowDown, IconArrowUp, IconTrash } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'

interface OrderButtonsProps {
  /** What is moved or taken away. */
  readonly name: string
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

export function OrderButtons({ name, onMove, onRemove }: OrderButtonsProps): ReactNode {
  const text = useText('scorecards')
  return (
    <span className="scorecard-order">
      <Button quiet icon={<IconArrowUp />} aria-label={text('up', { name })} onClick={() => onMove(-1)} />
      <Button quiet icon={<IconArrowDown />} aria-label={text('down', { name })} onClick={() => onMove(1)} />
      <Button quiet icon={<IconTrash />} aria-label={text('remove', { name })} onClick={onRemove} />
    </span>
  )
}
