import { useMemo, useState, type FormEvent, type ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { Scorecard } from '../../../shared/audits.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { useNow, useScope, useZone } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { tell } from '../../ui/Notices.tsx'
import { Failed } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { openSection } from '../sections.ts'
import { DrawFields } from './DrawFields.tsx'
import { DrawPreview } from './DrawPreview.tsx'
import { cyclesAt, firstRecipe, largestSeed, missingIn, recipeOf, type RecipeForm } from './recipe.ts'

/** The form of a sample, and beside it what would be drawn by it now. */
export function DrawSample({ scorecards }: { readonly scorecards: readonly Scorecard[] }): ReactNode {
  const text = useText('audits')
  const scope = useScope()
  const [form, setForm] = useForm(scorecards)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const recipe = useMemo(() => recipeOf(form, scope), [form, scope])
  const missing = missingIn(recipe)
  async function draw(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (missing !== null || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const sample = await api.drawSample(recipe)
      tell(text('draw.done', { count: sample.items, name: sample.recipe.name }))
      openSection('queue', sample.id)
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="page audit-draw" onSubmit={(event) => void draw(event)}>
      <PageHead title={text('samples.draw')} sentence={text('draw.about')}>
        <Button onClick={() => openSection('samples')}>{text('draw.cancel')}</Button>
        <Button primary type="submit" disabled={missing !== null || busy}>
          {text('draw.go')}
        </Button>
      </PageHead>
      {failure !== null && <Failed failure={failure} />}
      <div className="audit-draw-columns">
        <DrawFields
          form={form}
          scorecards={scorecards}
          missing={missing}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          onDice={() => setForm((before) => ({ ...before, seed: randomSeed() }))}
        />
        <DrawPreview recipe={recipe} missing={missing} />
      </div>
    </form>
  )
}

function useForm(scorecards: readonly Scorecard[]) {
  const text = useText('audits')
  const format = useFormat()
  const now = useNow()
  const zone = useZone()
  const { data: settings } = useAsk('settings', [], ['settings'])
  return useState((): RecipeForm => {
    const scorecard = scorecards.find(({ newest, archived }) => newest && !archived)
    return firstRecipe({
      name: text('draw.firstName', { date: format.date(now) }),
      scorecard: scorecard ?? { id: '', version: 0 },
      reviewer: settings?.reviewer ?? null,
      seed: randomSeed(),
      cycle: cyclesAt(now, zone).month,
    })
  })
}

function randomSeed(): number {
  return 1 + Math.floor(Math.random() * largestSeed)
}
