import type { ReactNode } from 'react'
import type { Figure } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { Answered } from './Answered.tsx'
import { MetricTiles } from './MetricTiles.tsx'
import type { Question, SectionAnswers } from './sectionAnswers.ts'
import type { SectionId } from './sections.ts'
import type { Shown } from './shown.ts'
import { useSection } from './useSection.ts'

interface Columns {
  readonly main: ReactNode
  readonly side: ReactNode
}

/** A part of the overview: its tiles above two columns of what its questions answer; without anything why, and what would fill it. */
export function SectionPage<K extends string>({
  section,
  shown,
  questions,
  tiles,
  isEmpty,
  children,
}: {
  readonly section: SectionId
  readonly shown: Shown
  /** One object for the life of the screen; `byDay` holds the tiles. */
  readonly questions: Readonly<Record<K | 'byDay', Question>>
  readonly tiles: readonly MetricId[]
  readonly isEmpty: (totals: Partial<Record<MetricId, Figure>>) => boolean
  readonly children: (answers: SectionAnswers<K | 'byDay'>) => Columns
}): ReactNode {
  const text = useText('overview')
  const asked = useSection(questions, shown.scope, shown.previous)
  return (
    <Answered asked={asked}>
      {(answers) => {
        const { byDay } = answers.now
        if (isEmpty(byDay.total.metrics))
          return <Empty why={text(`nothing.${section}.why`)} todo={text(`nothing.${section}.todo`)} />
        const { main, side } = children(answers)
        return (
          <>
            <MetricTiles metrics={tiles} shown={shown} now={byDay} before={answers.before?.byDay ?? null} />
            <div className="section-columns">
              <div>{main}</div>
              <div>{side}</div>
            </div>
          </>
        )
      }}
    </Answered>
  )
}
