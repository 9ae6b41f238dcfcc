import { type ReactNode, useId } from 'react'
import { orientations, paperSizes, type ReportTemplateDraft } from '../../../shared/reporting.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useText } from '../../ui/text.ts'
import { contrastOnWhite, readableContrast } from './contrast.ts'
import { usualAccent } from './draft.ts'
import { Field, TextField } from './fields.tsx'
import { LogoField } from './LogoField.tsx'

interface PageFieldsProps {
  readonly draft: ReportTemplateDraft
  readonly onChange: (draft: ReportTemplateDraft) => void
}

/** What is so of the whole report: its name, paper and look, and what its last pages tell. */
export function PageFields({ draft, onChange }: PageFieldsProps): ReactNode {
  const text = useText('reports')
  const { name, about, paper, look, appendix, needsAgent } = draft
  return (
    <div className="page-fields">
      <TextField
        label={text('page.name')}
        most={120}
        value={name}
        onChange={(written) => onChange({ ...draft, name: written })}
      />
      <TextField
        label={text('page.about')}
        most={400}
        lines={2}
        value={about}
        onChange={(written) => onChange({ ...draft, about: written })}
      />
      <h2>{text('page.paper')}</h2>
      <Field label={text('page.size')} isGroup>
        <Choice
          label={text('page.size')}
          options={paperSizes.map((id) => ({ id, name: id }))}
          chosen={paper.size}
          onChange={(size) => onChange({ ...draft, paper: { ...paper, size } })}
        />
      </Field>
      <Field label={text('page.orientation')} isGroup>
        <Choice
          label={text('page.orientation')}
          options={orientations.map((id) => ({ id, name: text(`page.${id}`) }))}
          chosen={paper.orientation}
          onChange={(orientation) => onChange({ ...draft, paper: { ...paper, orientation } })}
        />
      </Field>
      <h2>{text('page.look')}</h2>
      <LogoField logo={look.logo} onChange={(logo) => onChange({ ...draft, look: { ...look, logo } })} />
      <AccentField
        accent={look.accent}
        onChange={(accent) => onChange({ ...draft, look: { ...look, accent } })}
      />
      <h2>{text('page.appendix')}</h2>
      <OnOff
        label={text('page.definitions')}
        on={appendix.definitions}
        onChange={(definitions) => onChange({ ...draft, appendix: { ...appendix, definitions } })}
      />
      <OnOff
        label={text('page.evidence')}
        on={appendix.evidence}
        onChange={(evidence) => onChange({ ...draft, appendix: { ...appendix, evidence } })}
      />
      <p className="blocks-hint">{text('page.hash')}</p>
      <h2>{text('page.use')}</h2>
      <OnOff
        label={text('page.needsAgent')}
        on={needsAgent}
        onChange={(on) => onChange({ ...draft, needsAgent: on })}
      />
    </div>
  )
}

interface OnOffProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

function OnOff({ label, on, onChange }: OnOffProps): ReactNode {
  const id = useId()
  return (
    <div className="option">
      <label htmlFor={id}>{label}</label>
      <Switch id={id} on={on} onChange={onChange} />
    </div>
  )
}

interface AccentFieldProps {
  readonly accent: string
  readonly onChange: (accent: string) => void
}

/** A colour, with the word whether it can be read on paper. */
function AccentField({ accent, onChange }: AccentFieldProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const hint = useId()
  const contrast = contrastOnWhite(accent)
  const isPale = contrast !== null && contrast < readableContrast
  return (
    <>
      <Field label={text('page.accent')}>
        <span className="accent-field">
          <input
            type="color"
            value={contrast === null ? usualAccent : accent}
            aria-describedby={hint}
            onChange={(event) => onChange(event.target.value)}
          />
          <code>{accent}</code>
        </span>
      </Field>
      <p id={hint} className="blocks-hint" data-warning={isPale || undefined}>
        {text(isPale ? 'page.pale' : 'page.readable', { contrast: format.score(contrast) })}
      </p>
    </>
  )
}
