import type { ReactNode } from 'react'
import type { ReportTemplate } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { keepFile } from '../../keepFile.ts'
import { Button } from '../../ui/Button.tsx'
import { IconCopy, IconDots, IconShare, IconTrash } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { tell } from '../../ui/Notices.tsx'
import { say, useLanguage, useText } from '../../ui/text.ts'
import { copyOf, draftOf } from '../editor/draft.ts'
import { newTemplate, useEditing } from '../editor/editing.ts'
import { orTell } from '../orTell.ts'
import { openTemplate } from '../parts.ts'

/** What can be done with a template as a whole. */
export function TemplateActions({ template }: { readonly template: ReportTemplate }): ReactNode {
  const text = useText('reports')
  const language = useLanguage()
  return (
    <Menu
      align="end"
      label={<span className="unseen">{text('actions.title')}</span>}
      trigger={<Button icon={<IconDots />} />}
      items={[
        {
          id: 'copy',
          icon: <IconCopy />,
          label: text('actions.copy'),
          onPick: () => {
            useEditing.getState().change(newTemplate, copyOf(template, text))
            openTemplate(newTemplate, 'editor')
          },
        },
        {
          id: 'share',
          icon: <IconShare />,
          label: text('actions.share'),
          onPick: () => void orTell(() => share(template.id, language)),
        },
        ...(template.shipped
          ? []
          : [
              {
                id: 'remove',
                icon: <IconTrash />,
                label: text('actions.remove'),
                danger: true,
                apart: true,
                onPick: () => void orTell(() => remove(template)),
              },
            ]),
      ]}
    />
  )
}

async function share(id: string, language: Parameters<typeof api.saveTemplateFile>[0]['language']) {
  const kept = await keepFile(await api.saveTemplateFile({ id, language }))
  if (kept !== null) tell(() => say('reports', 'saved', { where: kept.where }))
}

/** Taken back by keeping it once more: it is the same but for its id. */
async function remove(template: ReportTemplate): Promise<void> {
  await api.removeReportTemplate(template.id)
  useEditing.getState().drop(template.id)
  tell(
    () => say('reports', 'actions.removed', { name: template.name }),
    () =>
      void orTell(async () => {
        const { id } = await api.saveReportTemplate({ ...draftOf(template), id: null })
        openTemplate(id)
      }),
  )
}
