import { useMemo, useState } from 'react'
import { type Language, languages } from '../../shared/contract.ts'
import type { ReportQuery } from '../../shared/reporting.ts'
import { useAsk } from '../api.ts'
import { useScope } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { useFormat } from '../ui/format.ts'
import { IconDownload } from '../ui/icons.ts'
import { PageFrame } from '../ui/PageFrame.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { useSaveReport } from './useSaveReport.ts'
import './Reports.css'

/** The report as it will print, beside what can be chosen about it. */
export function Reports() {
  const text = useText('reports')
  const format = useFormat()
  const scope = useScope()
  const spoken = useLanguage()
  const [language, setLanguage] = useState<Language | null>(null)
  const [hideNames, setHideNames] = useState(true)
  const written = language ?? spoken
  const query = useMemo(
    (): ReportQuery => ({ template: 'weekly', scope, language: written, hideNames }),
    [scope, written, hideNames],
  )
  const page = useAsk('reportPage', [query], ['numbers', 'flags', 'settings'])
  const { save, saving, outcome } = useSaveReport(query)
  return (
    <div className="page reports">
      <PageHead
        title={text('title')}
        sentence={text('sentence', { period: format.period(scope.from, scope.to) })}
      >
        <Button primary icon={<IconDownload />} disabled={saving || page.data === undefined} onClick={save}>
          {text(saving ? 'saving' : 'save')}
        </Button>
      </PageHead>
      <div className="reports-body">
        <aside className="reports-choice" aria-label={text('choice')}>
          <h2>{text('weekly')}</h2>
          <p>{text('weeklyAbout')}</p>
          <div className="reports-line">
            <span aria-hidden="true">{text('language')}</span>
            <Choice
              label={text('language')}
              options={languages.map((id) => ({ id, name: text(`languages.${id}`) }))}
              chosen={written}
              onChange={setLanguage}
            />
          </div>
          <div className="reports-line">
            <label htmlFor="hide-names">{text('hideNames')}</label>
            <Switch id="hide-names" on={hideNames} onChange={setHideNames} />
          </div>
          <p>{text(hideNames ? 'namesHidden' : 'namesShown')}</p>
          <output className="reports-outcome" data-failed={outcome?.failed || undefined}>
            <strong>{outcome?.message}</strong>
            <span dir="auto">{outcome?.hint}</span>
          </output>
        </aside>
        <div className="reports-paper" data-stale={page.stale || undefined}>
          {page.data === undefined ? (
            page.failure === null ? (
              <Loading />
            ) : (
              <Failed failure={page.failure} again={page.again} />
            )
          ) : (
            <PageFrame html={page.data.html} title={text('preview')} />
          )}
        </div>
      </div>
    </div>
  )
}
