import { type ReactNode, useMemo } from 'react'
import type { ReportTemplate } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { useScope, useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { IconChevronDown, IconDownload, IconPencil } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { useEditing } from '../editor/editing.ts'
import { openTemplate } from '../parts.ts'
import { SaveOutcome } from '../SaveOutcome.tsx'
import { useSaving } from '../saving.ts'
import { templateOf, useTemplates } from '../useTemplates.ts'
import { ChooseAgent } from './ChooseAgent.tsx'
import { Preview } from './Preview.tsx'
import { useReportChoice } from './reportChoice.ts'
import { ReportOptions } from './ReportOptions.tsx'
import { queryOf } from './reportQuery.ts'
import { TemplateActions } from './TemplateActions.tsx'
import { TemplateList } from './TemplateList.tsx'

/** Templates, the report as it will print, and what can be chosen about it. */
export function ReportPart(): ReactNode {
  const text = useText('reports')
  const templates = useTemplates()
  const asked = useSelection((selection) => selection.template)
  if (templates.data === undefined)
    return (
      <div className="page">
        <PageHead title={text('title')} />
        {templates.failure === null ? (
          <Loading />
        ) : (
          <Failed failure={templates.failure} again={templates.again} />
        )}
      </div>
    )
  const template = templateOf(templates.data, asked)
  if (template === undefined) return null
  return <OneReport template={template} templates={templates.data} />
}

interface OneReportProps {
  readonly template: ReportTemplate
  readonly templates: readonly ReportTemplate[]
}

function OneReport({ template, templates }: OneReportProps): ReactNode {
  const text = useText('reports')
  const scope = useScope()
  const spoken = useLanguage()
  const { language, hideNames, paper } = useReportChoice()
  const { state, save } = useSaving()
  const isEdited = useEditing(({ drafts }) => drafts[template.id] !== undefined)
  const written = language ?? spoken
  const inReport = useTemplates(written).data?.find(({ id }) => id === template.id)
  const query = useMemo(
    () => queryOf(inReport ?? template, paper, { scope, language: written, hideNames }),
    [inReport, template, paper, scope, written, hideNames],
  )
  const lacksAgent = template.needsAgent && scope.agents.length !== 1
  const saveAs = (format: 'pdf' | 'xlsx' | 'csv') =>
    save(text(`making.${format}`), () => api.saveReport({ ...query, format }))
  return (
    <div className="page report">
      <PageHead title={template.name} sentence={template.about}>
        <TemplateActions template={template} />
        <Button icon={<IconPencil />} onClick={() => openTemplate(template.id, 'editor')}>
          {text(isEdited ? 'editor.goOn' : 'edit')}
        </Button>
        <span className="save-split">
          <Button
            primary
            icon={<IconDownload />}
            disabled={lacksAgent || state.kind === 'saving'}
            onClick={() => saveAs('pdf')}
          >
            {text('save.pdf')}
          </Button>
          <Menu
            align="end"
            label={<span className="unseen">{text('save.other')}</span>}
            trigger={
              <Button primary icon={<IconChevronDown />} disabled={lacksAgent || state.kind === 'saving'} />
            }
            items={(['xlsx', 'csv'] as const).map((format) => ({
              id: format,
              label: text(`save.${format}`),
              onPick: () => saveAs(format),
            }))}
          />
        </span>
      </PageHead>
      <div className="report-columns">
        <TemplateList templates={templates} open={template.id} />
        <Preview
          query={lacksAgent ? null : query}
          paper={paper ?? template.paper}
          {...(lacksAgent ? { instead: <ChooseAgent chosen={scope.agents.length} /> } : {})}
        />
        <aside className="report-options" aria-label={text('options.title')}>
          <SaveOutcome state={state} />
          <ReportOptions template={template} />
        </aside>
      </div>
    </div>
  )
}
