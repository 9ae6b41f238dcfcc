import { useState, type ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { Scorecard, ScorecardTemplate } from '../../../shared/audits.ts'
import { languageFor } from '../../../shared/languages.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.ts'

/** Without a scorecard there is nothing to review by: one of three is chosen in a click. */
export function NeedsScorecard({
  children,
}: {
  readonly children: (scorecards: readonly Scorecard[]) => ReactNode
}): ReactNode {
  const { data, failure, again } = useAsk('scorecards', [], ['audits'])
  if (failure !== null)
    return (
      <div className="page">
        <Failed failure={failure} again={again} />
      </div>
    )
  if (data === undefined)
    return (
      <div className="page">
        <Loading />
      </div>
    )
  if (data.some(({ archived }) => !archived)) return children(data)
  return <ChooseTemplate />
}

/** The shipped scorecards in the language of the interface, each a click. */
export function ChooseTemplate(): ReactNode {
  const text = useText('audits')
  const language = useLanguage()
  const { data, failure, again } = useAsk('scorecardTemplates', [], ['audits'])
  const [refused, setRefused] = useState<Failure | null>(null)
  async function take(template: ScorecardTemplate): Promise<void> {
    try {
      await api.saveScorecard(template.draft)
    } catch (error) {
      setRefused(failureOf(error))
    }
  }
  const own = data?.filter((template) => languageFor(template.language) === language) ?? []
  return (
    <div className="page audit-templates">
      <h1>{text('template.title')}</h1>
      <p>{text('template.about')}</p>
      {failure !== null && <Failed failure={failure} again={again} />}
      {refused !== null && <Failed failure={refused} />}
      <ul>
        {own.map((template) => (
          <Template key={template.key} template={template} onTake={() => void take(template)} />
        ))}
      </ul>
    </div>
  )
}

interface TemplateProps {
  readonly template: ScorecardTemplate
  readonly onTake: () => void
}

function Template({ template, onTake }: TemplateProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const { sections } = template.draft
  const criteria = criteriaOf(sections)
  const checked = criteria.filter(({ check }) => check !== null).length
  return (
    <li className="audit-template">
      <h2>{template.draft.name}</h2>
      <p>
        {text('template.criteria', { count: criteria.length })}
        {checked > 0 && `${format.signs.clause}${text('template.checked', { count: checked })}`}
      </p>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <strong>{section.name}</strong> {section.criteria.map(({ name }) => name).join(format.signs.list)}
          </li>
        ))}
      </ul>
      <Button aria-label={text('template.takeNamed', { name: template.draft.name })} onClick={onTake}>
        {text('template.take')}
      </Button>
    </li>
  )
}
