import type { ReactNode } from 'react'
import type { AssignmentSource } from '../../shared/assigning.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { boundWords } from './logWords.ts'

interface SourceMarkProps {
  readonly source: AssignmentSource
  readonly earliest: number
  readonly at: number
}

/** How anybody knows of a change, and between which times it lies where that is not exact. */
export function SourceMark(evidence: SourceMarkProps): ReactNode {
  const text = useText('assignments')
  const bound = boundWords(evidence, text, useFormat())
  return (
    <span
      className="log-source"
      data-source={evidence.source}
      title={bound ?? text(`sourceKey.${evidence.source}`)}
    >
      {text(`source.${evidence.source}`)}
      {bound !== null && <small>{bound}</small>}
    </span>
  )
}

/** The marks and what they mean. */
export function SourceLegend(): ReactNode {
  const text = useText('assignments')
  return (
    <p className="log-legend">
      {(['stated', 'diffed', 'inferred'] as const).map((source) => (
        <span key={source} className="log-source" data-source={source}>
          {text(`sourceKey.${source}`)}
        </span>
      ))}
    </p>
  )
}
