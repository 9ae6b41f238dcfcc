import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Block, BlockKind } from '../../../shared/reporting.ts'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { Empty } from '../../ui/states.tsx'
import { say, useText } from '../../ui/text.ts'
import { AddBlock } from './AddBlock.tsx'
import { BlockRow, type DragSource } from './BlockRow.tsx'
import { useBlockWords } from './blockWords.ts'
import { mostBlocks, moved, newBlock } from './draft.ts'

interface BlockListProps {
  readonly blocks: readonly Block[]
  readonly onChange: (blocks: readonly Block[]) => void
  /** A block that was removed from a place comes back, whatever was changed since. */
  readonly onPutBack: (block: Block, index: number) => void
}

/** The blocks in the order they print: dragged, or moved by buttons or with Alt and the arrow keys, which is said. */
export function BlockList({ blocks, onChange, onPutBack }: BlockListProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const words = useBlockWords()
  const [open, setOpen] = useState<string | null>(null)
  const [heard, announce] = useState('')
  const drag = useDrag(blocks, move)

  function move(from: number, to: number): void {
    const block = blocks[from]
    const place = Math.min(blocks.length - 1, Math.max(0, to))
    if (block === undefined || place === from) return
    onChange(moved(blocks, from, to))
    announce(
      text('editor.moved', {
        block: words.name(block),
        place: format.count(place + 1),
        of: format.count(blocks.length),
      }),
    )
  }
  function add(kind: BlockKind): void {
    const block = newBlock(kind)
    const after = blocks.findIndex(({ id }) => id === open)
    onChange(blocks.toSpliced(after === -1 ? blocks.length : after + 1, 0, block))
    setOpen(kind === 'break' ? null : block.id)
  }
  function remove(index: number): void {
    const block = blocks[index]
    if (block === undefined) return
    const name = words.name(block)
    onChange(blocks.toSpliced(index, 1))
    tell(
      () => say('reports', 'editor.removed', { block: name }),
      () => onPutBack(block, index),
    )
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    // In the fields of a block these keys are the fields' own: they open lists.
    if (event.target instanceof Element && event.target.closest('.block-fields') !== null) return
    event.preventDefault()
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  return (
    <>
      {blocks.length === 0 ? (
        <Empty why={text('editor.empty')} todo={text('editor.emptyTodo')} />
      ) : (
        <ol className="blocks" aria-label={text('editor.blocks')}>
          {blocks.map((block, index) => (
            // The keys are those of the buttons in it, which take the focus.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={block.id}
              data-drop={drag.dropOf(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
              {...drag.target(index)}
            >
              <BlockRow
                block={block}
                open={block.id === open}
                drag={drag.source(index)}
                canMove={{ up: index > 0, down: index < blocks.length - 1 }}
                onMove={(by) => move(index, index + by)}
                onToggle={() => setOpen(block.id === open ? null : block.id)}
                onChange={(next) => onChange(blocks.with(index, next))}
                onRemove={() => remove(index)}
              />
            </li>
          ))}
        </ol>
      )}
      <p className="blocks-hint">{text('editor.keys')}</p>
      <AddBlock full={blocks.length >= mostBlocks} onAdd={add} />
      <output className="unseen">{heard}</output>
    </>
  )
}

/**
 * Dragging by the browser's own means, at a block's head, so that texts in its fields can be marked with the pointer: the
 * row under it shows on which side of it the block will come to lie.
 */
function useDrag(blocks: readonly Block[], move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [dropAt, setDropAt] = useState<number | null>(null)
  const end = () => {
    setDragged(null)
    setDropAt(null)
  }
  return {
    dropOf(index: number): 'before' | 'after' | undefined {
      if (dropAt !== index) return undefined
      return blocks.findIndex(({ id }) => id === dragged) < index ? 'after' : 'before'
    },
    source: (index: number): DragSource => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        const block = blocks[index]
        if (block === undefined) return
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
        setDragged(block.id)
      },
      onDragEnd: end,
    }),
    target: (index: number) => ({
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return
        event.preventDefault()
        setDropAt(index)
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        const from = blocks.findIndex(({ id }) => id === dragged)
        end()
        if (from !== -1) move(from, index)
      },
    }),
  }
}
