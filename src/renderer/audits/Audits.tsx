import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { useText } from '../ui/text.ts'
import { AgreementSection } from './agreement/AgreementSection.tsx'
import { CoachingSection } from './coaching/CoachingSection.tsx'
import { ConsistencySection } from './consistency/ConsistencySection.tsx'
import { Queue } from './queue/Queue.tsx'
import { ResultsSection } from './results/ResultsSection.tsx'
import { OneReview } from './review/OneReview.tsx'
import { Samples } from './samples/Samples.tsx'
import { ScorecardsSection } from './scorecards/ScorecardsSection.tsx'
import { openSection, type Section, sections, useSection } from './sections.ts'
import './audits.css'

/** The place Audits: its parts in one line, the chosen one below. */
export function Audits(): ReactNode {
  const text = useText('audits')
  const section = useSection()
  return (
    <div className="audits">
      <nav className="audit-sections" aria-label={text('sections')}>
        {sections.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === section || (one === 'queue' && section === 'review') ? 'page' : undefined}
            onClick={() => openSection(one)}
          >
            {text(`section.${one}`)}
          </button>
        ))}
      </nav>
      <div className="audit-body">{partOf(section)}</div>
    </div>
  )
}

function partOf(section: Section): ReactNode {
  switch (section) {
    case 'queue':
      return <Queue />
    case 'review':
      return <OneReview />
    case 'samples':
      return <Samples />
    case 'results':
      return <ResultsSection />
    case 'agents':
      return <CoachingSection />
    case 'agreement':
      return <AgreementSection />
    case 'consistency':
      return <ConsistencySection />
    case 'scorecards':
      return <ScorecardsSection />
    default:
      return assertNever(section)
  }
}
