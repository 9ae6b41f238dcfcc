import type { ReactNode } from 'react'
import type { SampleRecipe } from '../../../shared/audits.ts'
import { Button } from '../../ui/Button.tsx'
import { IconCopy } from '../../ui/icons.ts'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'

/** The recipe itself: from this and the same data the same chats are drawn again. */
export function RecipeText({ recipe }: { readonly recipe: SampleRecipe }): ReactNode {
  const text = useText('audits')
  const written = JSON.stringify(recipe, null, 2)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(written)
      tell(text('draw.copied'))
    } catch {
      tell(text('draw.copyFailed'))
    }
  }
  return (
    <div className="audit-recipe">
      <p className="audit-hint">{text('draw.recipeAbout')}</p>
      {/* What scrolls is reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={text('samples.recipe')}>
        {written}
      </pre>
      <Button icon={<IconCopy />} onClick={() => void copy()}>
        {text('draw.copy')}
      </Button>
    </div>
  )
}
