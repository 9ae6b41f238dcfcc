import { type ReactNode, useState } from 'react'
import { useConnection } from '../api.ts'
import { openFlags } from '../flags/flagDesk.ts'
import { FlagsPanel } from '../flags/FlagsPanel.tsx'
import { RaiseFlag } from '../flags/RaiseFlag.tsx'
import { useTold } from '../flags/useTold.ts'
import { useSelection } from '../selection.ts'
import { useText } from '../ui/text.ts'
import { Notices } from '../ui/Notices.tsx'
import { Bar } from './Bar.tsx'
import { HoursNotice } from './HoursNotice.tsx'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { Recomputing } from './Recomputing.tsx'
import { useFrameKeys } from './useFrameKeys.ts'
import './Frame.css'

/** Rail, bar and the place itself, with what floats over every place: palette, flags, notices. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const text = useText('frame')
  const place = useSelection((selection) => selection.place)
  const connection = useConnection()
  const [floating, setFloating] = useState<'palette' | null>(null)
  const close = () => setFloating(null)
  useTold()
  useFrameKeys({ openPalette: () => setFloating('palette') })
  return (
    <div className="frame" data-connection={connection}>
      <a className="skip" href="#place" onClick={skipToPlace}>
        {text('skip')}
      </a>
      <Rail />
      <Bar openPalette={() => setFloating('palette')} openFlags={openFlags} />
      <div className="strips">
        <Recomputing />
        <HoursNotice />
      </div>
      {/* A new one for each place, so that it begins at its top and not where the one before was left. */}
      <main key={place} id="place" className="place" tabIndex={-1} aria-label={text(`place.${place}`)}>
        {children}
      </main>
      <Palette open={floating === 'palette'} onClose={close} />
      <FlagsPanel />
      <RaiseFlag />
      <Notices />
    </div>
  )
}

/** The address keeps what was chosen, so the link moves the focus instead of the fragment. */
function skipToPlace(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('place')?.focus()
}
