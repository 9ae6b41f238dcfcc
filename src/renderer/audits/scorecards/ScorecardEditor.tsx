import { type ReactNode, useState } from 'react'
import type { ScorecardDraft, ScorecardSection } from '../../../shared/audits.ts'
import type { Failure } from '../../../shared/contract.ts'
import { api, failureOf } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { tell } from '../../ui/Notices.tsx'
import { displayName } from '../../ui/displayName.ts'
import { FailureLine } from '../../ui/failureText.tsx'
import { capitalised, say, useLanguage, useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { CriterionCard } from './CriterionCard.tsx'
import { moved, newCriterion, newSection, scorecardLanguages } from './draft.ts'
import { OrderButtons } from './OrderButtons.tsx'

/** Sections and criteria as they will be scored; nothing is kept before it is saved. */
export function ScorecardEditor({ draft: saved }: { readonly draft: ScorecardDraft }): ReactNode {
  const text = useText('scorecards')
  const reader = useLanguage()
  const [draft, setDraft] = useState<ScorecardDraft>(() => draftOf(saved))
  const [failure, setFailure] = useState<Failure | null>(null)
  const changed = saved.id === null || JSON.stringify(draft) !== JSON.stringify(draftOf(saved))
  const setSections = (sections: readonly ScorecardSection[]) => setDraft({ ...draft, sections })

  async function save(): Promise<void> {
    setFailure(null)
    try {
      const { id, name, version } = await api.saveScorecard(draft)
      tell(() => say('scorecards', 'saved', { name, version }))
      openSection('scorecards', id)
    } catch (error) {
      setFailure(failureOf(error))
    }
  }

  return (
    <form
      className="scorecard"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="scorecard-name">
        <label>
          <span>{text('name')}</span>
          <input
            className="field"
            dir="auto"
            maxLength={200}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </label>
        <label>
          <span>{text('language')}</span>
          <select
            className="field"
            value={draft.language}
            onChange={(event) => setDraft({ ...draft, language: event.target.value })}
          >
            {[...new Set([...scorecardLanguages, draft.language])].map((language) => (
              <option key={language} value={language}>
                {capitalised(displayName('language', language, reader), reader)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {draft.sections.map((section, index) => (
        <SectionCard
          key={section.id}
          section={section}
          onChange={(next) => setSections(draft.sections.with(index, next))}
          onMove={(by) => setSections(moved(draft.sections, index, by))}
          onRemove={() => setSections(draft.sections.toSpliced(index, 1))}
        />
      ))}
      <Button onClick={() => setSections([...draft.sections, newSection(text)])}>{text('addSection')}</Button>
      <div className="scorecard-save">
        {failure !== null && (
          <p role="alert">
            <FailureLine failure={failure} />
          </p>
        )}
        <Button quiet disabled={!changed} onClick={() => setDraft(draftOf(saved))}>
          {text('discard')}
        </Button>
        <Button primary type="submit" disabled={!changed}>
          {text('save')}
        </Button>
      </div>
    </form>
  )
}

/** What can be edited of a version, and nothing else of it. */
function draftOf({ id, name, language, sections }: ScorecardDraft): ScorecardDraft {
  return { id, name, language, sections }
}

interface SectionCardProps {
  readonly section: ScorecardSection
  readonly onChange: (section: ScorecardSection) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function SectionCard({ section, onChange, onMove, onRemove }: SectionCardProps): ReactNode {
  const text = useText('scorecards')
  const { name, criteria } = section
  return (
    <fieldset className="scorecard-section">
      <legend className="unseen">{name}</legend>
      <div className="scorecard-head">
        <input
          className="field"
          dir="auto"
          aria-label={text('sectionName')}
          maxLength={200}
          value={name}
          onChange={(event) => onChange({ ...section, name: event.target.value })}
        />
        <OrderButtons name={name} onMove={onMove} onRemove={onRemove} />
      </div>
      {criteria.map((criterion, index) => (
        <CriterionCard
          key={criterion.id}
          criterion={criterion}
          onChange={(next) => onChange({ ...section, criteria: criteria.with(index, next) })}
          onMove={(by) => onChange({ ...section, criteria: moved(criteria, index, by) })}
          onRemove={() => onChange({ ...section, criteria: criteria.toSpliced(index, 1) })}
        />
      ))}
      <Button quiet onClick={() => onChange({ ...section, criteria: [...criteria, newCriterion(text)] })}>
        {text('addCriterion')}
      </Button>
    </fieldset>
  )
}
