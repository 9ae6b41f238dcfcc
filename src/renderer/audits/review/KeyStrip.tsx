import type { ReactNode } from 'react'
import { commandKeys, Keys } from '../../ui/Keys.tsx'
import { useText } from '../../ui/text.ts'

interface KeyStripProps {
  /** A message is being chosen. */
  readonly picking: boolean
  /** Levels of the criterion in work. */
  readonly levels: number
  /** The criterion is of messages. */
  readonly perMessage: boolean
}

/** Every key of the place, in one line at its foot. */
export function KeyStrip({ picking, levels, perMessage }: KeyStripProps): ReactNode {
  const text = useText('audits')
  const rating: readonly (readonly [string, readonly string[]])[] = [
    ['criterion', ['↑', '↓']],
    ['level', levels > 0 ? ['1', '…', String(levels)] : ['1', '…', '5']],
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
  const choosing: typeof rating = [
    ['pickMove', ['↑', '↓']],
    ['pickTake', ['↵']],
    ['pickStop', ['Esc']],
  ]
  return (
    <footer className="audit-keys">
      {(picking ? choosing : rating).map(([word, keys]) => (
        <span key={word}>
          {text(`keys.${word}`)}
          {keys.map((key) => (key === '…' ? <i key={key}>–</i> : <Keys key={key}>{key}</Keys>))}
        </span>
      ))}
    </footer>
  )
}
