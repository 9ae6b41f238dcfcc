import { type ReactNode, useState } from 'react'
import type { AuditResults } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { useScope } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TableExport } from '../../ui/TableExport.tsx'
import { useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { Causes } from './Causes.tsx'
import { Coverage } from './Coverage.tsx'
import { resultsFile, type ResultNames } from './resultsFile.ts'
import { intervalText, scoreText, shareText } from './scoreText.ts'
import { ScoreTable } from './ScoreTable.tsx'
import './results.css'

/** What the reviews of the period say, each score with how sure it is. */
export function ResultsSection(): ReactNode {
  const text = useText('auditResults')
  const scope = useScope()
  const [scorecard, setScorecard] = useState<string | null>(null)
  const [includePicked, setIncludePicked] = useState(false)
  const query = { scope, scorecard, reviewers: [], includePicked }
  const results = useAsk('auditResults', [query], ['audits', 'numbers', 'settings'])
  const names = useResultNames()
  return (
    <div className="page" data-stale={results.stale || undefined}>
      <PageHead title={text('title')} sentence={<Sentence results={results.data} />}>
        {results.data !== undefined && <TableExport table={resultsFile(results.data, names, text)} />}
      </PageHead>
      <div className="results-choices">
        <ScorecardMenu chosen={scorecard} onChange={setScorecard} />
        <label htmlFor="results-picked">{text('includePicked')}</label>
        <Switch id="results-picked" on={includePicked} onChange={setIncludePicked} />
        {results.data !== undefined && results.data.picked > 0 && (
          <span className="results-picked">{text('picked', { count: results.data.picked })}</span>
        )}
      </div>
      {results.failure !== null && <Failed failure={results.failure} again={results.again} />}
      {results.data === undefined && results.failure === null && <Loading widths={[60, 50, 55]} />}
      {results.data !== undefined &&
        (results.data.total.n === 0 ? <NoResults /> : <Blocks results={results.data} names={names} />)}
    </div>
  )
}

function Sentence({ results }: { readonly results: AuditResults | undefined }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  if (results === undefined) return ''
  const { total, failed } = results
  if (total.n === 0) return text('sentence.none')
  const interval = intervalText(total, format)
  return [
    interval === null
      ? text('sentence.few', { count: total.n, score: scoreText(total.mean, format) })
      : text('sentence.score', { count: total.n, score: scoreText(total.mean, format), interval }),
    failed.share === null ? '' : text('sentence.failed', { share: shareText(failed, format) ?? '' }),
  ].join(' ')
}

function NoResults(): ReactNode {
  const text = useText('auditResults')
  return (
    <div className="results-none">
      <p className="state-what">{text('none')}</p>
      <p>{text('noneHint')}</p>
    </div>
  )
}

interface BlocksProps {
  readonly results: AuditResults
  readonly names: ResultNames
}

function Blocks({ results, names }: BlocksProps): ReactNode {
  const text = useText('auditResults')
  return (
    <div className="results">
      <div className="results-main">
        <Section title={text('agents')} subtitle={text('agentsNote')}>
          <ScoreTable
            head={text('agent')}
            compared
            total={{ score: results.total, failed: results.failed }}
            rows={results.byAgent.map((row) => {
              const { key } = row
              const name = names.agent(key)
              return key === null
                ? { ...row, name }
                : { ...row, name, open: () => openSection('agents', key) }
            })}
          />
        </Section>
        <Section title={text('criteria')} subtitle={text('criteriaNote')}>
          <ScoreTable head={text('criterion')} rows={results.byCriterion} />
        </Section>
        <Section title={text('weeks')} subtitle={text('weeksNote')}>
          <ScoreTable
            head={text('week')}
            rows={results.byWeek.map((row) => ({ ...row, name: row.key ?? '' }))}
          />
        </Section>
      </div>
      <div className="results-side">
        <Section title={text('teams')}>
          <ScoreTable
            head={text('team')}
            short
            rows={results.byTeam.map((row) => ({ ...row, name: names.team(row.key) }))}
          />
        </Section>
        <Section title={text('reviewers')} subtitle={text('reviewersNote')}>
          <ScoreTable
            head={text('reviewer')}
            short
            rows={results.byReviewer.map((row) => ({ ...row, name: row.key ?? '' }))}
          />
        </Section>
        <Causes results={results} />
        <Coverage results={results} names={names} />
        <p className="results-how">{text('how')}</p>
      </div>
    </div>
  )
}

interface ScorecardMenuProps {
  readonly chosen: string | null
  readonly onChange: (scorecard: string | null) => void
}

function ScorecardMenu({ chosen, onChange }: ScorecardMenuProps): ReactNode {
  const text = useText('auditResults')
  const { data } = useAsk('scorecards', [], ['audits'])
  const newest = data?.filter((card) => card.newest) ?? []
  const name = newest.find(({ id }) => id === chosen)?.name ?? text('allScorecards')
  return (
    <Menu
      label={name}
      title={text('scorecard')}
      set={chosen !== null}
      items={[{ id: '', name: text('allScorecards') }, ...newest].map((card) => ({
        id: card.id,
        label: card.name,
        checked: (chosen ?? '') === card.id,
        onPick: () => onChange(card.id === '' ? null : card.id),
      }))}
    />
  )
}

function useResultNames(): ResultNames {
  const text = useText('auditResults')
  const names = useNames()
  return {
    agent: (id) => (id === null ? text('nobody') : names.agent(id)),
    team: (id) => (id === null ? text('noTeam') : names.team(id)),
  }
}
