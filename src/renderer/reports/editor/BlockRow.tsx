import { type HTMLAttributes, type ReactNode, useId } from 'react'
import type { Block } from '../../../shared/reporting.ts'
import { Button } from '../../ui/Button.tsx'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconChevronRight,
  IconGripVertical,
  IconTrash,
} from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { BlockFields } from './BlockFields.tsx'
import { blockIcons, useBlockWords } from './blockWords.ts'

/** What makes an element something that can be dragged. */
export type DragSource = Required<
  Pick<HTMLAttributes<HTMLElement>, 'draggable' | 'onDragStart' | 'onDragEnd'>
>

interface BlockRowProps {
  readonly block: Block
  readonly open: boolean
  readonly drag: DragSource
  readonly canMove: { readonly up: boolean; readonly down: boolean }
  readonly onMove: (by: -1 | 1) => void
  readonly onToggle: () => void
  readonly onChange: (block: Block) => void
  readonly onRemove: () => void
}

/** One block: what it is, and once opened what can be chosen about it. */
export function BlockRow(props: BlockRowProps): ReactNode {
  const { block, open, drag, canMove, onMove, onToggle, onChange, onRemove } = props
  const text = useText('reports')
  const words = useBlockWords()
  const fields = useId()
  const Icon = blockIcons[block.kind]
  const name = words.name(block)
  const detail = words.detail(block)
  return (
    <>
      <div className="block-row" {...drag}>
        <IconGripVertical aria-hidden="true" />
        <button
          type="button"
          className="block-open"
          aria-expanded={open}
          aria-controls={open ? fields : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={detail === '' ? name : `${name}: ${detail}`}
          onClick={onToggle}
        >
          <Icon />
          <span dir="auto">{name}</span>
          <small dir="auto">{detail}</small>
          {block.width === 'half' && <small className="block-half">{text('block.halfSign')}</small>}
          {open ? <IconChevronDown /> : <IconChevronRight />}
        </button>
        <Button
          quiet
          icon={<IconTrash />}
          aria-label={text('block.remove', { block: name })}
          onClick={onRemove}
        />
      </div>
      {open && (
        <div id={fields} className="block-fields">
          <div className="block-moves">
            <Button
              quiet
              icon={<IconArrowUp />}
              aria-label={text('block.up', { block: name })}
              disabled={!canMove.up}
              onClick={() => onMove(-1)}
            />
            <Button
              quiet
              icon={<IconArrowDown />}
              aria-label={text('block.down', { block: name })}
              disabled={!canMove.down}
              onClick={() => onMove(1)}
            />
          </div>
          <BlockFields block={block} onChange={onChange} />
        </div>
      )}
    </>
  )
}
