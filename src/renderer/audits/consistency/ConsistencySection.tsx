import { type ReactNode, useState } from 'react'
import type { QuestionCluster } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useScope } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { Answers } from './Answers.tsx'
import { Canonical } from './Canonical.tsx'
import '../results/results.css'
import './consistency.css'

/** Questions customers ask again and again, and whether agents answer them alike. */
export function ConsistencySection(): ReactNode {
  const text = useText('auditResults')
  const scope = useScope()
  const { data, failure, stale, again } = useAsk('consistency', [{ scope }], ['audits', 'conversations'])
  const [chosen, setChosen] = useState<string | null>(null)
  const cluster = data?.find(({ id }) => id === chosen) ?? data?.[0]
  return (
    <div className="page consistency-page" data-stale={stale || undefined}>
      <PageHead title={text('consistency.title')} sentence={<Sentence clusters={data} />} />
      {failure !== null && <Failed failure={failure} again={again} />}
      {data === undefined && failure === null && <Loading widths={[60, 50, 55]} />}
      {data?.length === 0 && (
        <div className="results-none">
          <p className="state-what">{text('consistency.none')}</p>
          <p>{text('consistency.noneHint')}</p>
        </div>
      )}
      {data !== undefined && cluster !== undefined && (
        <div className="consistency">
          <ul className="consistency-list">
            {data.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-current={one.id === cluster.id || undefined}
                  onClick={() => setChosen(one.id)}
                >
                  <Question cluster={one} />
                </button>
              </li>
            ))}
          </ul>
          <article className="consistency-open" aria-labelledby="consistency-question">
            <h2 id="consistency-question" dir="auto" lang={cluster.language ?? undefined}>
              {cluster.question}
            </h2>
            <Differs cluster={cluster} />
            <Answers cluster={cluster} />
            <Canonical key={cluster.id} cluster={cluster} />
          </article>
        </div>
      )}
    </div>
  )
}

function Sentence({ clusters }: { readonly clusters: readonly QuestionCluster[] | undefined }): ReactNode {
  const text = useText('auditResults')
  if (clusters === undefined || clusters.length === 0) return ''
  const different = clusters.filter(({ divergences }) => divergences.length > 0).length
  return different === 0 ? text('consistency.same') : text('consistency.sentence', { count: different })
}

function Question({ cluster }: { readonly cluster: QuestionCluster }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const { question, language, count, answers, divergences } = cluster
  return (
    <>
      <span className="consistency-question" dir="auto" lang={language ?? undefined}>
        {question}
      </span>
      <span className="consistency-note">
        {text('consistency.times', { count: format.count(count) })}
        {format.signs.clause}
        {text('consistency.agents', { count: answers.length })}
      </span>
      {divergences.length > 0 && (
        <span className="consistency-differs">
          {divergences.map(({ kind }) => text(`consistency.kind.${kind}`)).join(format.signs.list)}
        </span>
      )}
    </>
  )
}

function Differs({ cluster }: { readonly cluster: QuestionCluster }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  if (cluster.divergences.length === 0)
    return <p className="consistency-note">{text('consistency.agrees')}</p>
  const kinds = cluster.divergences
    .map(({ kind }) => text(`consistency.kind.${kind}`))
    .join(format.signs.list)
  return <p className="consistency-differs">{text('consistency.differs', { kinds })}</p>
}
