import { type ReactNode, useEffect } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { useOpenFlags } from '../frame/openFlags.ts'
import { FlagDetail } from './FlagDetail.tsx'
import { closeFlags, useFlagDesk } from './flagDesk.ts'
import { FlagsOverview } from './FlagsOverview.tsx'
import './flags.css'

/** What floats over every place: the list of flags, or one of them with its evidence. */
export function FlagsPanel(): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  const { shown, flag } = useFlagDesk()
  const count = useOpenFlags().data?.open ?? 0
  // Whoever follows a link to another place wants to see that place.
  useEffect(() => {
    addEventListener('popstate', closeFlags)
    return () => removeEventListener('popstate', closeFlags)
  }, [])
  return (
    <Dialog
      shape="side"
      open={shown}
      onClose={closeFlags}
      title={text('title', { count, shown: format.count(count) })}
      hideTitle={flag !== null}
    >
      {flag === null ? <FlagsOverview /> : <FlagDetail key={flag} id={flag} />}
    </Dialog>
  )
}
