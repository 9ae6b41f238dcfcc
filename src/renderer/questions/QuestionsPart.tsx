import { type ReactNode, useRef } from 'react'
import { useAsk } from '../api.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { Outcome } from './Outcome.tsx'
import { QuestionBar } from './QuestionBar.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { write } from './question.ts'
import { ViewHelp } from './ViewHelp.tsx'
import './Questions.css'

/** Questions of one's own over the reporting views: what is asked, what there is to ask for, and the answer. */
export function QuestionsPart(): ReactNode {
  const text = useText('questions')
  const reports = useText('reports')
  const language = useLanguage()
  const views = useAsk('questionViews', [{ language }], [])
  const editor = useRef<HTMLTextAreaElement>(null)

  function insert(name: string): void {
    const { current } = editor
    if (current === null) return
    current.setRangeText(name, current.selectionStart, current.selectionEnd, 'end')
    write(current.value)
    current.focus()
  }

  return (
    <div className="questions">
      <div className="questions-main">
        <h1 className="unseen">{reports('part.questions')}</h1>
        <QuestionBar />
        <QuestionEditor ref={editor} />
        <p className="questions-note">{text('note')}</p>
        <Outcome />
      </div>
      <aside className="questions-views" aria-label={text('views')}>
        <h2>{text('views')}</h2>
        {views.data === undefined ? (
          views.failure === null ? (
            <Loading />
          ) : (
            <Failed failure={views.failure} again={views.again} />
          )
        ) : (
          <ViewHelp views={views.data} onPick={insert} />
        )}
      </aside>
    </div>
  )
}
