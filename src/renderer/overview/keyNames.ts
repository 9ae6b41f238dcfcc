/** What the key of a broken-down answer is called: channels and people by name, codes in words, the rest as it is. */
import type { Dimension, Workspace } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { displayName } from '../ui/displayName.ts'
import { useLanguage, type Text, useText } from '../ui/text.ts'

export type KeyName = (dimension: Dimension, key: string | null) => string

/** Dimensions whose keys are words of ours, one translation each. */
const worded: ReadonlySet<Dimension> = new Set<Dimension>([
  'author',
  'opened-by',
  'closed-by',
  'added-by',
  'pricing',
  'sentiment',
  'step',
])

/** null: nobody or none. A key without a word of ours (a new price category) is said as it came. */
export function useKeyNames(): KeyName {
  const text = useText('overview')
  const codes = useText('codes')
  const language = useLanguage()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  return (dimension, key) => keyName(dimension, key, { text, codes, language, workspace })
}

interface Known {
  readonly text: Text
  readonly codes: Text
  readonly language: string
  readonly workspace: Workspace | undefined
}

export function keyName(dimension: Dimension, key: string | null, known: Known): string {
  const { text, codes, language, workspace } = known
  if (dimension === 'error')
    return key === null ? codes('none') : codes(key, { defaultValue: codes('unknown') })
  if (key === null) return text(`none.${dimension}`, { defaultValue: text('none.other') })
  if (worded.has(dimension)) return text(`key.${dimension}.${key}`, { defaultValue: key })
  const named = (from: readonly { readonly id: string; readonly name: string }[] = []) =>
    from.find(({ id }) => id === key)?.name ?? key
  if (dimension === 'agent') return named(workspace?.agents)
  if (dimension === 'team') return named(workspace?.teams)
  if (dimension === 'channel') return named(workspace?.channels)
  if (dimension === 'country') return displayName('region', key, language)
  if (dimension === 'language') return displayName('language', key, language)
  return key
}
