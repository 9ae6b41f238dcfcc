import { useState } from 'react'
import { addDays, dayKey, presets } from '../../shared/period.ts'
import { useScope, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import './PeriodMenu.css'

/** The period in words; a list of usual ones, and a range of days. */
export function PeriodMenu() {
  const text = useText('frame')
  const format = useFormat()
  const scope = useScope()
  const { period, choose } = useSelection()
  const [asking, setAsking] = useState(false)
  const preset = 'preset' in period ? period.preset : null
  return (
    <>
      <Menu
        set
        label={format.period(scope.from, scope.to)}
        title={text('period.title')}
        items={[
          ...presets.map((id) => ({
            id,
            label: text(`period.${id}`),
            checked: id === preset,
            apart: id === 'this-week' || id === 'last7',
            onPick: () => choose({ period: { preset: id } }),
          })),
          {
            id: 'days',
            label: text('period.days'),
            checked: preset === null,
            apart: true,
            onPick: () => setAsking(true),
          },
        ]}
      />
      {asking && <DaysDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function DaysDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText('frame')
  const scope = useScope()
  const choose = useSelection((selection) => selection.choose)
  const [from, setFrom] = useState(dayKey(scope.from, scope.zone))
  const [to, setTo] = useState(dayKey(addDays(scope.to, -1, scope.zone), scope.zone))
  const complete = from !== '' && to !== ''
  // A range given from its end is meant all the same.
  const period = from <= to ? { from, to } : { from: to, to: from }
  return (
    <Dialog open onClose={onClose} title={text('period.daysTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (complete) choose({ period })
          if (complete) onClose()
        }}
      >
        <div className="period-days">
          <label>
            {text('period.from')}
            <input
              className="field"
              type="date"
              value={from}
              required
              onChange={(event) => setFrom(event.target.value)}
            />
          </label>
          <label>
            {text('period.to')}
            <input
              className="field"
              type="date"
              value={to}
              required
              onChange={(event) => setTo(event.target.value)}
            />
          </label>
        </div>
        <div className="dialog-buttons">
          <Button onClick={onClose}>{text('period.cancel')}</Button>
          <Button primary type="submit" disabled={!complete}>
            {text('period.show')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
