import type { ReactNode } from 'react'
import type { Agreement, Sample } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { openConversation, useSelection } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { scoreText } from '../results/scoreText.ts'
import { openReview, openSection } from '../sections.ts'
import { NeedsReviewer } from '../start/NeedsReviewer.tsx'
import '../results/results.css'
import './agreement.css'

/** How alike reviewers score, from calibration sessions. */
export function AgreementSection(): ReactNode {
  return <NeedsReviewer>{(reviewer) => <Sessions asker={reviewer} />}</NeedsReviewer>
}

function Sessions({ asker }: { readonly asker: string }): ReactNode {
  const text = useText('auditResults')
  const chosen = useSelection(({ audit }) => audit)
  const { data, failure, again } = useAsk('samples', [], ['audits'])
  const sessions = data?.filter(({ recipe }) => recipe.calibration) ?? []
  const session = sessions.find(({ id }) => id === chosen) ?? sessions[0]
  return (
    <div className="page">
      <PageHead title={text('agreement.title')} sentence={text('agreement.sentence')}>
        {session !== undefined && <SessionMenu sessions={sessions} chosen={session} />}
      </PageHead>
      {failure !== null && <Failed failure={failure} again={again} />}
      {data === undefined && failure === null && <Loading widths={[60, 50]} />}
      {data !== undefined && session === undefined && (
        <div className="results-none">
          <p className="state-what">{text('agreement.none')}</p>
          <p>{text('agreement.noneHint')}</p>
        </div>
      )}
      {session !== undefined && <Session key={session.id} sample={session.id} asker={asker} />}
    </div>
  )
}

interface SessionMenuProps {
  readonly sessions: readonly Sample[]
  readonly chosen: Sample
}

function SessionMenu({ sessions, chosen }: SessionMenuProps): ReactNode {
  return (
    <Menu
      align="end"
      label={chosen.recipe.name}
      items={sessions.map(({ id, recipe }) => ({
        id,
        label: recipe.name,
        checked: id === chosen.id,
        onPick: () => openSection('agreement', id),
      }))}
    />
  )
}

function Session({ sample, asker }: { readonly sample: string; readonly asker: string }): ReactNode {
  const { data, failure, again } = useAsk('agreement', [{ sample, asker }], ['audits'])
  if (failure !== null) return <Failed failure={failure} again={again} />
  if (data === undefined) return <Loading widths={[40, 60]} />
  return (
    <>
      <Alpha agreement={data} />
      <div className="results">
        <div className="results-main">
          <Items agreement={data} />
        </div>
        <div className="results-side">
          <Criteria agreement={data} />
        </div>
      </div>
    </>
  )
}

/** From 0.8 on conclusions can be drawn, from 0.667 tentative ones (Krippendorff 2004, p. 241). */
function verdictOf(alpha: number | null): 'good' | 'fair' | 'poor' | 'unknown' {
  if (alpha === null) return 'unknown'
  return alpha >= 0.8 ? 'good' : alpha >= 0.667 ? 'fair' : 'poor'
}

function Alpha({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const { alpha, low, high, units } = agreement
  return (
    <div className="agreement-alpha">
      <p>
        <span>{text('agreement.alpha')}</span>
        <strong>{alphaText(alpha, format)}</strong>
        {low !== null && high !== null && (
          <span>
            {alphaText(low, format)}–{alphaText(high, format)}
          </span>
        )}
        <span>{text(`agreement.verdict.${verdictOf(alpha)}`)}</span>
        <span>
          {format.count(units)} {text('agreement.chats')}
        </span>
      </p>
      <p className="results-how">{text('agreement.alphaAbout')}</p>
    </div>
  )
}

function alphaText(alpha: number | null, format: ReturnType<typeof useFormat>): string {
  return alpha === null ? '–' : format.money(alpha)
}

function Items({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const { reviewers } = agreement
  const items = agreement.items.toSorted((one, other) => (other.spread ?? -1) - (one.spread ?? -1))
  if (items.length === 0) return <p className="results-how">{text('agreement.blind')}</p>
  return (
    <Section title={text('agreement.items')} subtitle={text('agreement.itemsNote')}>
      <table className="score-table">
        <thead>
          <tr>
            <th>{text('agreement.chat')}</th>
            {reviewers.map((reviewer) => (
              <th key={reviewer} className="figure">
                <bdi>{reviewer}</bdi>
              </th>
            ))}
            <th className="figure">{text('agreement.spread')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ conversation, scores, spread }) => (
            <tr key={conversation}>
              <th scope="row">
                <button
                  type="button"
                  className="opens"
                  dir="auto"
                  onClick={() => openConversation(conversation)}
                >
                  {conversation}
                </button>
              </th>
              {reviewers.map((reviewer) => {
                const own = scores.find((score) => score.reviewer === reviewer)
                return (
                  <td key={reviewer} className="figure">
                    {own === undefined ? (
                      '–'
                    ) : (
                      <button type="button" className="opens" onClick={() => openReview(own.review)}>
                        {scoreText(own.score, format)}
                      </button>
                    )}
                  </td>
                )
              })}
              <td className="figure">{scoreText(spread, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Criteria({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <Section title={text('agreement.criteria')}>
      <table className="score-table">
        <thead>
          <tr>
            <th>{text('criterion')}</th>
            <th className="figure">{text('agreement.alpha')}</th>
            <th className="figure">{text('agreement.units')}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.byCriterion.map(({ criterion, name, alpha, units }) => (
            <tr key={criterion}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="figure">{alphaText(alpha, format)}</td>
              <td className="figure">{format.count(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
