import { type ReactNode, useId, useState } from 'react'
import type { Language } from '../../../shared/contract.ts'
import {
  type Dataset,
  datasets,
  type RowFormat,
  rowFormats,
  type SavedRows,
} from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { useScope } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconDownload } from '../../ui/icons.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Section } from '../../ui/Section.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { Field } from '../editor/fields.tsx'
import { LanguageField } from '../LanguageField.tsx'
import { orTell } from '../orTell.ts'
import { SaveOutcome } from '../SaveOutcome.tsx'
import { useSaving } from '../saving.ts'
import { Columns } from './Columns.tsx'
import { useSavingRows } from './useSavingRows.ts'
import './rows.css'

/** The rows behind the figures as a file, for whoever goes on with them elsewhere. */
export function RowsPart(): ReactNode {
  const text = useText('reports')
  const ui = useText('ui')
  const spoken = useLanguage()
  const [dataset, setDataset] = useState<Dataset>('conversations')
  const [format, setFormat] = useState<RowFormat>('csv')
  const [hideNames, setHideNames] = useState(true)
  const [language, setLanguage] = useState<Language | null>(null)
  const scope = useScope()
  const { state, save } = useSaving<SavedRows>()
  const far = useSavingRows(state.kind === 'saving')
  const saveNow = () =>
    save(text('rows.making'), () =>
      api.saveRows({ dataset, format, scope, language: language ?? spoken, hideNames }),
    )
  const names = useId()
  return (
    <div className="page">
      <PageHead title={text('part.rows')} sentence={text('rows.sentence')}>
        {state.kind === 'saving' && (
          <Button onClick={() => void orTell(() => api.cancelRows())}>{ui('cancel')}</Button>
        )}
        <Button primary icon={<IconDownload />} disabled={state.kind === 'saving'} onClick={saveNow}>
          {text('rows.save')}
        </Button>
      </PageHead>
      <div className="rows-columns">
        <Section title={text('rows.what')}>
          <SaveOutcome
            state={state}
            share={shareOf(far)}
            more={<RowsSoFar far={far} written={state.kind === 'saved' ? state.answer.rows : null} />}
          />
          <fieldset className="datasets">
            <legend className="unseen">{text('rows.dataset')}</legend>
            {datasets.map((one) => (
              <label key={one}>
                <input type="radio" name={names} checked={one === dataset} onChange={() => setDataset(one)} />
                <strong>{text(`rows.${one}`)}</strong>
                <small>{text(`rows.${one}About`)}</small>
              </label>
            ))}
          </fieldset>
          <PeriodLine />
          <Field label={text('rows.format')} isGroup>
            <Choice
              label={text('rows.format')}
              options={rowFormats.map((id) => ({ id, name: text(`rows.${id}`) }))}
              chosen={format}
              onChange={setFormat}
            />
          </Field>
          <p className="blocks-hint">{text(`rows.${format}About`)}</p>
          <LanguageField language={language ?? spoken} onChange={setLanguage} />
          <div className="option">
            <label htmlFor={`${names}-hide`}>{text('options.hideNames')}</label>
            <Switch id={`${names}-hide`} on={hideNames} onChange={setHideNames} />
          </div>
          <p className="option-hint">{text(hideNames ? 'rows.namesHidden' : 'rows.namesShown')}</p>
        </Section>
        <Columns dataset={dataset} />
      </div>
    </div>
  )
}

function PeriodLine(): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const { from, to, agents, teams, channels, categories } = useScope()
  const filters = [agents, teams, channels, categories].filter((list) => list.length > 0).length
  return (
    <div className="option">
      <span>{text('options.period')}</span>
      <span className="rows-period">
        <strong>{format.period(from, to)}</strong>
        {filters > 0 && <small>{text('rows.filtered')}</small>}
      </span>
    </div>
  )
}

type Far = ReturnType<typeof useSavingRows>

function shareOf(far: Far): number | null {
  return far?.of == null || far.of === 0 ? null : Math.min(1, far.rows / far.of)
}

interface RowsSoFarProps {
  readonly far: Far
  /** How many are in the file; null: there is none yet. */
  readonly written: number | null
}

function RowsSoFar({ far, written }: RowsSoFarProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  if (written !== null)
    return <span>{text('rows.written', { count: written, shown: format.count(written) })}</span>
  if (far === null) return null
  const { rows, of } = far
  return (
    <span aria-hidden="true">
      {of === null
        ? text('rows.soFar', { count: rows, shown: format.count(rows) })
        : text('rows.soFarOf', { count: of, shown: format.count(rows), of: format.count(of) })}
    </span>
  )
}
