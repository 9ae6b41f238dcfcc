import type { ReactNode } from 'react'
import type { Sample } from '../../../shared/audits.ts'
import { useSelection } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useText } from '../../ui/text.ts'
import { useRecipeWords } from '../samples/useRecipeWords.ts'
import { TogetherButtons } from '../together/TogetherButtons.tsx'
import { byHand, type QueuePart } from './queue.ts'

interface QueueBarProps {
  readonly part: QueuePart
  readonly parts: readonly QueuePart[]
  readonly sample: Sample | undefined
  readonly reviewer: string
}

/** Which sample, how it was drawn, how far the reviewer is. */
export function QueueBar({ part, parts, sample, reviewer }: QueueBarProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const words = useRecipeWords()
  const left = part.items.length - part.done
  const choose = useSelection((selection) => selection.choose)
  const nameOf = ({ id, name }: QueuePart) => (id === byHand ? text('queue.byHand') : (name ?? id))
  return (
    <div className="audit-bar">
      <Menu
        label={nameOf(part)}
        title={text('queue.choose')}
        set
        items={parts.map((one) => ({
          id: one.id,
          label: nameOf(one),
          checked: one.id === part.id,
          hint: text('queue.progress', {
            done: format.count(one.done),
            total: format.count(one.items.length),
          }),
          onPick: () => choose({ audit: one.id, conversation: null }),
        }))}
      />
      {sample !== undefined && (
        <span className="audit-bar-words" title={words.drawn(sample)}>
          {words.drawn(sample)}
        </span>
      )}
      <progress
        className="audit-progress"
        aria-label={text('queue.progressLabel')}
        max={part.items.length}
        value={part.done}
      />
      <span className="audit-bar-left">
        <strong>{format.count(part.done)}</strong>{' '}
        {text('queue.left', { count: left, shown: format.count(left) })}
        {part.dueAt !== null &&
          `${format.signs.clause}${text('queue.due', { date: format.date(part.dueAt) })}`}
      </span>
      {sample?.recipe.calibration === true && (
        <span className="audit-bar-calibration" title={text('queue.calibrationTitle')}>
          {text('queue.calibration')}
        </span>
      )}
      <span className="audit-bar-buttons">
        <TogetherButtons reviewer={reviewer} />
      </span>
    </div>
  )
}
