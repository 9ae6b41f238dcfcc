import type { ReactNode } from 'react'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import type { SectionId } from './sections.ts'

/** A section without anything in the period: why, and what would fill it. */
export function NothingIn({ section }: { readonly section: SectionId }): ReactNode {
  const text = useText('overview')
  return <Empty why={text(`nothing.${section}.why`)} todo={text(`nothing.${section}.todo`)} />
}
