import { type ReactNode, useState } from 'react'
import type { Scorecard } from '../../../shared/audits.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { ChooseTemplate } from '../start/NeedsScorecard.tsx'
import { newScorecard } from './draft.ts'
import { ScorecardEditor } from './ScorecardEditor.tsx'
import './scorecards.css'

/** The `audit` of the address while a new scorecard is chosen or written. */
const choosing = 'new'
const writing = 'blank'

/** Every scorecard in use with its versions, and the editor of the one that is open. */
export function ScorecardsSection(): ReactNode {
  const text = useText('scorecards')
  const language = useLanguage()
  const { data, failure, again } = useAsk('scorecards', [], ['audits'])
  const chosen = useSelection(({ audit }) => audit)
  const [archived, setArchived] = useState(false)
  const newest = data?.filter((card) => card.newest) ?? []
  const shown = newest.filter((card) => archived || !card.archived)
  const open = newest.find(({ id }) => id === chosen) ?? (chosen === null ? shown[0] : undefined)
  return (
    <div className="page">
      <PageHead title={text('title')} sentence={text('sentence')}>
        <Button onClick={() => openSection('scorecards', choosing)}>{text('fromTemplate')}</Button>
        <Button onClick={() => openSection('scorecards', writing)}>{text('blank')}</Button>
      </PageHead>
      {failure !== null && <Failed failure={failure} again={again} />}
      {data === undefined && failure === null && <Loading widths={[40, 60]} />}
      {data !== undefined && (
        <div className="scorecards">
          <nav aria-label={text('title')}>
            <ul>
              {shown.map((card) => (
                <li key={card.id}>
                  <CardName card={card} current={card.id === open?.id} />
                </li>
              ))}
            </ul>
            {newest.some((card) => card.archived) && (
              <Button quiet aria-pressed={archived} onClick={() => setArchived(!archived)}>
                {text(archived ? 'hideArchived' : 'showArchived')}
              </Button>
            )}
          </nav>
          <div className="scorecards-open">
            {open !== undefined ? (
              <Open
                key={`${open.id} ${open.version}`}
                card={open}
                versions={data.filter(({ id }) => id === open.id)}
              />
            ) : chosen === writing ? (
              <ScorecardEditor draft={newScorecard(text, language)} />
            ) : (
              <ChooseTemplate />
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function CardName({ card, current }: { readonly card: Scorecard; readonly current: boolean }): ReactNode {
  const text = useText('scorecards')
  const format = useFormat()
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={() => openSection('scorecards', card.id)}
    >
      <span dir="auto">{card.name}</span>
      <small>
        {text('version', { version: card.version })}
        {card.archived && `${format.signs.clause}${text('archived')}`}
      </small>
    </button>
  )
}

interface OpenProps {
  readonly card: Scorecard
  readonly versions: readonly Scorecard[]
}

function Open({ card, versions }: OpenProps): ReactNode {
  const text = useText('scorecards')
  const format = useFormat()
  async function archive(): Promise<void> {
    try {
      await api.archiveScorecard(card.id, !card.archived)
    } catch (error) {
      tell(failureOf(error))
    }
  }
  return (
    <>
      <p className="scorecards-note">
        {card.reviews === 0 ? text('unused') : text('used', { count: card.reviews, next: card.version + 1 })}{' '}
        {versions.length > 1 &&
          versions
            .map((one) =>
              text('history', {
                version: one.version,
                date: format.date(one.madeAt),
                count: one.reviews,
              }),
            )
            .join(' · ')}
      </p>
      <ScorecardEditor draft={card} />
      <div className="scorecards-end">
        <Button quiet onClick={() => void archive()}>
          {text(card.archived ? 'unarchive' : 'archive')}
        </Button>
      </div>
    </>
  )
}
