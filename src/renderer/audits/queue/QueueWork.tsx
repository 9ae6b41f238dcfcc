import { useState, type ReactNode } from 'react'
import type { Sample } from '../../../shared/audits.ts'
import { useHotkeys } from '../../chats/hotkeys.ts'
import { useSelection } from '../../selection.ts'
import { useText } from '../../ui/text.ts'
import { ItemDesk } from './ItemDesk.tsx'
import { itemKey, nextToDo, type QueuePart } from './queue.ts'
import { QueueBar } from './QueueBar.tsx'
import { QueueList } from './QueueList.tsx'

interface QueueWorkProps {
  readonly part: QueuePart
  readonly parts: readonly QueuePart[]
  /** Undefined for chats picked by hand. */
  readonly sample: Sample | undefined
  readonly reviewer: string
  readonly stale: boolean
}

/** The sample at the top, its chats at the left, the open one with its scorecard beside them. */
export function QueueWork({ part, parts, sample, reviewer, stale }: QueueWorkProps): ReactNode {
  const text = useText('audits')
  const conversation = useSelection((selection) => selection.conversation)
  const { items } = part
  // A chat that several review stands here several times: the address names the chat, this its place.
  const [opened, setOpened] = useState<string | null>(null)
  const exact = items.findIndex((item) => item.conversation === conversation && itemKey(item) === opened)
  const chosen = exact >= 0 ? exact : items.findIndex((item) => item.conversation === conversation)
  // Without a choice, the first thing to do; with all done, the first of all.
  const selected = chosen >= 0 ? chosen : Math.max(0, nextToDo(items, -1))
  const item = items[selected]
  function openAt(index: number): void {
    const next = items[index]
    if (next === undefined) return
    setOpened(itemKey(next))
    useSelection.getState().choose({ audit: part.id, conversation: next.conversation })
  }
  const next = nextToDo(items, selected)
  useHotkeys({ j: () => openAt(selected + 1), k: () => openAt(selected - 1) })
  return (
    <div className="audit-queue" data-stale={stale || undefined}>
      <h1 className="unseen">{text('section.queue')}</h1>
      <QueueBar part={part} parts={parts} sample={sample} reviewer={reviewer} />
      <div className="audit-panes">
        <QueueList items={items} reviewer={reviewer} selected={selected} onSelect={openAt} />
        {item !== undefined && (
          <ItemDesk
            key={itemKey(item)}
            item={item}
            sample={sample}
            reviewer={reviewer}
            onNext={next < 0 || next === selected ? null : () => openAt(next)}
          />
        )}
      </div>
    </div>
  )
}
