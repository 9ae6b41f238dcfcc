import type { ReactNode } from 'react'
import { commandKeys, Keys } from '../../ui/Keys.tsx'
import { useText } from '../../ui/text.ts'

interface KeyStripProps {
  /** A message is being chosen. */
  readonly picking: boolean
  /** `J` and `K` walk a list beside it. */
  readonly inQueue: boolean
  /** Levels of the criterion in work; null: the review is only read. */
  readonly levels: number | null
  /** The criterion is of messages. */
  readonly perMessage: boolean
}

type Shown = readonly (readonly [word: string, keys: readonly string[]])[]

const choosing: Shown = [
  ['pickMove', ['↑', '↓']],
  ['pickTake', ['↵']],
  ['pickStop', ['Esc']],
]
const reading: Shown = [['item', ['J', 'K']]]

function ratingKeys(levels: number, perMessage: boolean): Shown {
  return [
    ['criterion', ['↑', '↓']],
    ['level', ['1', '…', String(levels)]],
    ['none', ['0']],
    ['comment', ['C']],
    perMessage ? ['message', ['M']] : ['cite', ['E']],
    ['praise', ['P']],
    ['fault', ['F']],
    ['tag', ['T']],
    ['accept', ['A']],
    ['acceptAll', ['Y']],
    ['item', ['J', 'K']],
    ['submit', [commandKeys('↵')]],
  ]
}

/** Every key of the place, in one line at its foot. */
export function KeyStrip({ picking, inQueue, levels, perMessage }: KeyStripProps): ReactNode {
  const text = useText('audits')
  const all = picking ? choosing : levels === null ? reading : ratingKeys(levels, perMessage)
  const shown = inQueue ? all : all.filter(([word]) => word !== 'item')
  return (
    <footer className="audit-keys">
      {shown.map(([word, keys]) => (
        <span key={word}>
          {text(`keys.${word}`)}
          {keys.map((key) => (key === '…' ? <i key={key}>–</i> : <Keys key={key}>{key}</Keys>))}
        </span>
      ))}
    </footer>
  )
}
