import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react'
import { useText } from '../ui/text.ts'
import { cancel, run, useQuestion, write } from './question.ts'

/** Where a question is written: lines with their numbers. Ctrl/⌘ Enter asks, Escape takes back what runs. */
export function QuestionEditor({ ref }: { readonly ref: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const text = useText('questions')
  const sql = useQuestion((question) => question.sql)
  const numbers = useRef<HTMLPreElement>(null)
  const lines = Math.max(8, sql.split('\n').length)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run()
    else if (event.key === 'Escape' && useQuestion.getState().outcome.kind === 'running') cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="question-editor">
      <pre ref={numbers} aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => index + 1).join('\n')}
      </pre>
      <textarea
        ref={ref}
        value={sql}
        rows={8}
        aria-label={text('editor')}
        placeholder={text('placeholder')}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        dir="ltr"
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
