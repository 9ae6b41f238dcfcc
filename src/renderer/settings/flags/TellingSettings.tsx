import { useState } from 'react'
import { defaultTelling, type TellingSettings as Telling } from '../../../shared/telling.ts'
import { playTone } from '../../flags/tone.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useText } from '../../ui/text.ts'
import { completed, minuteOf } from '../hours/week.ts'
import { saveSettings } from '../saveSettings.ts'
import { Line, Section } from '../Section.tsx'
import { askPermission, permission } from './permission.ts'
import { TestTelling } from './TestTelling.tsx'

const usualQuiet = { from: '18:00', to: '08:00' } as const

/** How flags are told on this machine: notifications, sound, quiet hours and the digest of the day. */
export function TellingSettings({ telling }: { readonly telling: Telling }) {
  const text = useText('flagSettings')
  const [allowed, setAllowed] = useState(permission)
  const save = (change: Partial<Telling>) => void saveSettings({ telling: { ...telling, ...change } })
  return (
    <Section title={text('tell.title')} about={text('tell.about')}>
      <Line
        label={text('tell.desktop')}
        hint={text(allowed === 'denied' ? 'tell.denied' : 'tell.desktopHint')}
        render={(ids) => (
          <Switch
            {...ids}
            on={telling.desktop}
            onChange={(desktop) => {
              save({ desktop })
              if (desktop) void askPermission().then(setAllowed)
            }}
          />
        )}
      />
      {telling.desktop && allowed === 'default' && (
        <p className="section-note">
          <button
            type="button"
            className="rule-example"
            onClick={() => void askPermission().then(setAllowed)}
          >
            {text('tell.allow')}
          </button>
        </p>
      )}
      <Line
        label={text('tell.sound')}
        hint={text('tell.soundHint')}
        render={(ids) => (
          <Switch
            {...ids}
            on={telling.sound}
            onChange={(sound) => {
              if (sound) playTone()
              save({ sound })
            }}
          />
        )}
      />
      <Line
        label={text('tell.withText')}
        hint={text('tell.withTextHint')}
        render={(ids) => (
          <Switch {...ids} on={telling.withText} onChange={(withText) => save({ withText })} />
        )}
      />
      <Line
        label={text('tell.quiet')}
        hint={text('tell.quietHint')}
        render={(ids) => (
          <>
            {telling.quiet !== null &&
              (['from', 'to'] as const).map((end) => (
                <Clock
                  key={end}
                  label={text(`tell.quiet_${end}`)}
                  value={telling.quiet?.[end] ?? ''}
                  onChange={(clock) => save({ quiet: { ...(telling.quiet ?? usualQuiet), [end]: clock } })}
                />
              ))}
            <Switch
              {...ids}
              on={telling.quiet !== null}
              onChange={(on) => save({ quiet: on ? usualQuiet : null })}
            />
          </>
        )}
      />
      <Line
        label={text('tell.digest')}
        hint={text('tell.digestHint')}
        render={(ids) => (
          <>
            {telling.digestAt !== null && (
              <Clock
                label={text('tell.digestAt')}
                value={telling.digestAt}
                onChange={(digestAt) => save({ digestAt })}
              />
            )}
            <Switch
              {...ids}
              on={telling.digestAt !== null}
              onChange={(on) => save({ digestAt: on ? defaultTelling.digestAt : null })}
            />
          </>
        )}
      />
      <TestTelling />
    </Section>
  )
}

interface ClockProps {
  readonly label: string
  readonly value: string
  readonly onChange: (clock: string) => void
}

/** A time of day, kept once the person is done with it; what is none gives way to what was there. */
function Clock({ label, value, onChange }: ClockProps) {
  const [typed, type] = useState<string | null>(null)
  const finish = () => {
    const clock = completed(typed ?? value)
    if (minuteOf(clock) < 1440 && clock !== value) onChange(clock)
    type(null)
  }
  return (
    <input
      className="field"
      aria-label={label}
      inputMode="numeric"
      size={5}
      maxLength={5}
      value={typed ?? value}
      onChange={(event) => type(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  )
}
