import { useState, type ReactNode } from 'react'
import type { Sample } from '../../../shared/audits.ts'
import { api, failureOf } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { CloseSample } from './CloseSample.tsx'
import { RecipeText } from './RecipeText.tsx'
import { useRecipeWords } from './useRecipeWords.ts'

/** The samples, newest first; each opens its queue and shows the recipe it was drawn by. */
export function SampleTable({ samples }: { readonly samples: readonly Sample[] }): ReactNode {
  const text = useText('audits')
  const [shown, show] = useState<string | null>(null)
  const [closing, setClosing] = useState<Sample | null>(null)
  async function close(sample: Sample): Promise<void> {
    setClosing(null)
    try {
      await api.closeSample(sample.id)
      tell(text('samples.closedDone', { name: sample.recipe.name }))
    } catch (error) {
      tell(failureOf(error))
    }
  }
  return (
    <>
      <table className="audit-samples" aria-label={text('section.samples')}>
        <thead>
          <tr>
            <th>{text('samples.name')}</th>
            <th>{text('samples.how')}</th>
            <th className="figure">{text('samples.drawnAt')}</th>
            <th className="figure">{text('samples.due')}</th>
            <th className="figure">{text('samples.reviewed')}</th>
            <th>
              <span className="unseen">{text('samples.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {samples.map((sample) => (
            <SampleRow
              key={sample.id}
              sample={sample}
              shown={shown === sample.id}
              onShow={() => show(shown === sample.id ? null : sample.id)}
              onClose={() => setClosing(sample)}
            />
          ))}
        </tbody>
      </table>
      {closing !== null && (
        <CloseSample sample={closing} onKeep={() => setClosing(null)} onClose={() => void close(closing)} />
      )}
    </>
  )
}

interface SampleRowProps {
  readonly sample: Sample
  /** Its recipe is unfolded. */
  readonly shown: boolean
  readonly onShow: () => void
  readonly onClose: () => void
}

function SampleRow({ sample, shown, onShow, onClose }: SampleRowProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const words = useRecipeWords()
  const { recipe, items, reviewed, closed, drawnAt, id } = sample
  return (
    <>
      <tr>
        <td>
          <button type="button" className="audit-open" onClick={() => openSection('queue', id)}>
            <bdi>{recipe.name}</bdi>
          </button>
          {recipe.calibration && <small>{text('queue.calibration')}</small>}
          {closed && <small>{text('samples.closed')}</small>}
        </td>
        <td className="audit-how">{words.drawn(sample)}</td>
        <td className="figure">{format.date(drawnAt)}</td>
        <td className="figure">{format.date(recipe.dueAt)}</td>
        <td className="figure">
          <progress className="audit-progress" aria-hidden="true" max={items} value={reviewed} />{' '}
          {text('queue.progress', { done: format.count(reviewed), total: format.count(items) })}
        </td>
        <td className="audit-row-buttons">
          <Button quiet aria-expanded={shown} onClick={onShow}>
            {text('samples.recipe')}
          </Button>
          {recipe.calibration && (
            <Button quiet onClick={() => openSection('agreement', id)}>
              {text('section.agreement')}
            </Button>
          )}
          {!closed && (
            <Button quiet aria-label={text('samples.closeNamed', { name: recipe.name })} onClick={onClose}>
              {text('samples.close')}
            </Button>
          )}
        </td>
      </tr>
      {shown && (
        <tr className="audit-recipe-row">
          <td colSpan={6}>
            <RecipeText recipe={recipe} />
          </td>
        </tr>
      )}
    </>
  )
}
