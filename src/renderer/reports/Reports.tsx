import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { QuestionsPart } from '../questions/QuestionsPart.tsx'
import { useSelection } from '../selection.ts'
import { useText } from '../ui/text.ts'
import { EditorPart } from './editor/EditorPart.tsx'
import { IssuedPart } from './issued/IssuedPart.tsx'
import { openPart, type Part, partOf, parts } from './parts.ts'
import { ReportPart } from './report/ReportPart.tsx'
import { RowsPart } from './rows/RowsPart.tsx'
import { SchedulesPart } from './schedules/SchedulesPart.tsx'
import './Reports.css'

/** The place Reports: its parts in one line, the chosen one below. */
export function Reports(): ReactNode {
  const text = useText('reports')
  const part = useSelection(({ section }) => partOf(section))
  const current = part === 'editor' ? 'report' : part
  return (
    <div className="reports">
      <nav className="report-parts" aria-label={text('parts')}>
        {parts.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === current ? 'page' : undefined}
            onClick={() => openPart(one)}
          >
            {text(`part.${one}`)}
          </button>
        ))}
      </nav>
      <div className="report-body" data-part={part}>
        {contentOf(part)}
      </div>
    </div>
  )
}

function contentOf(part: Part): ReactNode {
  switch (part) {
    case 'report':
      return <ReportPart />
    case 'editor':
      return <EditorPart />
    case 'schedules':
      return <SchedulesPart />
    case 'issued':
      return <IssuedPart />
    case 'questions':
      return <QuestionsPart />
    case 'rows':
      return <RowsPart />
    default:
      return assertNever(part)
  }
}
