import { useEffect, useState, type ReactNode } from 'react'
import type { SamplePreview, SampleRecipe, StrataDimension, Stratum } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { displayName } from '../../ui/displayName.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { RecipeText } from './RecipeText.tsx'
import type { missingIn } from './recipe.ts'
import { channelNames } from './channelNames.ts'

interface DrawPreviewProps {
  readonly recipe: SampleRecipe
  readonly missing: ReturnType<typeof missingIn>
}

/** What the recipe would draw now, before anything is kept. */
export function DrawPreview({ recipe, missing }: DrawPreviewProps): ReactNode {
  const text = useText('audits')
  // What the sample is called, and by when it is due, draws nothing.
  const asked = useSettled(JSON.stringify({ ...recipe, name: '–', dueAt: null }))
  const { data, failure, again, stale } = useAsk(
    'previewSample',
    [JSON.parse(asked) as SampleRecipe],
    ['audits', 'conversations'],
    { enabled: missing === null || missing === 'name' },
  )
  return (
    <div className="audit-preview" data-stale={stale || undefined} aria-live="polite">
      {failure !== null && <Failed failure={failure} again={again} />}
      {failure === null && data === undefined && missing === null && <Loading />}
      {failure === null && data !== undefined && <Preview preview={data} recipe={recipe} />}
      <Section title={text('samples.recipe')}>
        <RecipeText recipe={recipe} />
      </Section>
    </div>
  )
}

/** Waits until a value stays as it is for a moment. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), 150)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

interface PreviewProps {
  readonly preview: SamplePreview
  readonly recipe: SampleRecipe
}

function Preview({ preview, recipe }: PreviewProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const drawn = preview.conversations.length
  return (
    <>
      <p className="audit-preview-sentence">
        {text('draw.preview', {
          count: drawn,
          drawn: format.count(drawn),
          candidates: format.count(preview.candidates),
        })}{' '}
        {preview.drawnBefore > 0 &&
          text('draw.before', { count: preview.drawnBefore, shown: format.count(preview.drawnBefore) })}{' '}
        {drawn < recipe.size && text('draw.fewer', { size: format.count(recipe.size) })}
      </p>
      {recipe.method === 'stratified' && preview.strata.length > 0 && (
        <Strata strata={preview.strata} dimensions={recipe.strata} />
      )}
      <Coverage coverage={preview.coverage} />
    </>
  )
}

/** More rows than this say nothing to the eye. */
const shownRows = 40

interface StrataProps {
  readonly strata: readonly Stratum[]
  readonly dimensions: readonly StrataDimension[]
}

function Strata({ strata, dimensions }: StrataProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const nameOf = useStratumNames()
  const more = strata.length - shownRows
  return (
    <Section title={text('draw.strataTitle')} subtitle={text('draw.strataCount', { count: strata.length })}>
      <table aria-label={text('draw.strataTitle')}>
        <thead>
          <tr>
            {dimensions.map((dimension) => (
              <th key={dimension}>{text(`strata.${dimension}`)}</th>
            ))}
            <th className="figure">{text('draw.candidates')}</th>
            <th className="figure">{text('draw.drawn')}</th>
          </tr>
        </thead>
        <tbody>
          {strata.slice(0, shownRows).map((stratum) => (
            <tr key={JSON.stringify(stratum.key)}>
              {dimensions.map((dimension) => (
                <td key={dimension}>
                  <bdi>{nameOf(dimension, stratum.key[dimension] ?? null)}</bdi>
                </td>
              ))}
              <td className="figure">{format.count(stratum.candidates)}</td>
              <td className="figure">{format.count(stratum.drawn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="audit-hint">{text('draw.moreStrata', { count: more })}</p>}
    </Section>
  )
}

function useStratumNames(): (dimension: StrataDimension, value: string | null) => string {
  const text = useText('audits')
  const names = useNames()
  const language = useLanguage()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const channels = channelNames(workspace)
  return (dimension, value) => {
    if (value === null) return text('draw.noValue')
    switch (dimension) {
      case 'agent':
        return names.agent(value)
      case 'channel':
        return channels(value)
      case 'language':
        return displayName('language', value, language)
      case 'hour':
        return text('draw.hour', { hour: value.padStart(2, '0') })
      case 'sentiment':
        return text(`sentiment.${value}`)
      case 'category':
        return value
    }
  }
}

function Coverage({ coverage }: Pick<SamplePreview, 'coverage'>): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const names = useNames()
  return (
    <Section title={text('draw.coverage')} subtitle={text('draw.coverageSubtitle')}>
      <table aria-label={text('draw.coverage')}>
        <thead>
          <tr>
            <th>{text('strata.agent')}</th>
            <th className="figure">{text('draw.conversations')}</th>
            <th className="figure">{text('draw.drawn')}</th>
            <th className="figure">{text('draw.reviewedBefore')}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ agent, candidates, drawn, reviewed }) => (
            <tr key={agent ?? ''}>
              <td>
                <bdi>{agent === null ? text('nobody') : names.agent(agent)}</bdi>
              </td>
              <td className="figure">{format.count(candidates)}</td>
              <td className="figure">{format.count(drawn)}</td>
              <td className="figure">{format.count(reviewed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
