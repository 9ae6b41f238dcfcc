import { type DragEvent, type ReactNode, useState } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { ReportCheck } from '../../../shared/reporting.ts'
import { api, failureOf } from '../../api.ts'
import { IconFileCheck } from '../../ui/icons.ts'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { base64Of } from '../base64.ts'
import { FileChooser } from '../FileChooser.tsx'
import { CheckResult } from './CheckResult.tsx'

type Checking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly name: string }
  | { readonly kind: 'checked'; readonly name: string; readonly check: ReportCheck }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** No report is larger, and nothing larger is sent to the engine. */
const largest = 100 * 1024 * 1024

/** A file that somebody brings: whether it is what was issued, and whether its figures still hold. */
export function CheckFile(): ReactNode {
  const text = useText('reports')
  const [state, setState] = useState<Checking>({ kind: 'idle' })
  const [over, setOver] = useState(false)

  async function check(file: File): Promise<void> {
    if (file.size > largest) return setState({ kind: 'tooLarge' })
    setState({ kind: 'checking', name: file.name })
    try {
      const answer = await api.checkReport({ file: base64Of(new Uint8Array(await file.arrayBuffer())) })
      setState({ kind: 'checked', name: file.name, check: answer })
    } catch (error) {
      setState({ kind: 'failed', failure: failureOf(error) })
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) void check(file)
  }
  return (
    <Section title={text('check.title')}>
      {/* What is dropped can be chosen with the button as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="check-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{text('check.drop')}</p>
        <FileChooser
          icon={<IconFileCheck />}
          label={text('check.choose')}
          accept=".pdf,.xlsx,.csv"
          disabled={state.kind === 'checking'}
          onFile={(file) => void check(file)}
        />
      </div>
      <output className="check-answer">
        {state.kind === 'checking' && (
          <>
            <p className="unseen">{text('check.checking', { name: state.name })}</p>
            <Loading widths={[60, 90, 40]} />
          </>
        )}
        {state.kind === 'checked' && <CheckResult name={state.name} check={state.check} />}
        {state.kind === 'tooLarge' && <p className="editor-wrong">{text('check.tooLarge')}</p>}
        {state.kind === 'failed' && <Failed failure={state.failure} />}
      </output>
    </Section>
  )
}
