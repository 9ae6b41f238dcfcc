import type { ReactNode } from 'react'
import { IconCopy } from '../../ui/icons.ts'
import { tell } from '../../ui/Notices.tsx'
import { say, useText } from '../../ui/text.ts'
import { shortHash } from './shortHash.ts'

/** A hash as its first and last signs; copied whole. */
export function Hash({ hash }: { readonly hash: string }): ReactNode {
  const text = useText('reports')
  const copy = async () => {
    await navigator.clipboard.writeText(hash)
    tell(() => say('reports', 'issued.copied'))
  }
  return (
    <button
      type="button"
      className="hash"
      title={hash}
      aria-label={text('issued.copy', { hash: shortHash(hash) })}
      onClick={() => void copy()}
    >
      <code>{shortHash(hash)}</code>
      <IconCopy />
    </button>
  )
}
