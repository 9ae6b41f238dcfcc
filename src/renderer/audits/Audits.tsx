import { PageHead } from '../ui/PageHead.tsx'
import { useText } from '../ui/text.ts'

export function Audits() {
  const text = useText('frame')
  return <PageHead title={text('place.audits')} sentence="" />
}
