import { type FormEvent, useState } from 'react'
import type { TellingSettings, WebhookState } from '../../../shared/telling.ts'
import { answers, api, failureOf, useAsk } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { usePhraseText } from '../../ui/failureText.tsx'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { say, useText } from '../../ui/text.ts'
import { saveSettings } from '../saveSettings.ts'
import { Line, Section } from '../Section.tsx'
import { isHttps } from './address.ts'

/** Where flags are posted, as far as their rules say so: an https address and a secret that is never shown again. */
export function WebhookSettings({ telling }: { readonly telling: TellingSettings }) {
  const text = useText('flagSettings')
  const { webhook } = telling
  const save = (next: TellingSettings['webhook']) =>
    void saveSettings({ telling: { ...telling, webhook: next } })
  const state = useAsk('webhook', [], ['settings', 'flags']).data
  return (
    <Section title={text('webhook.title')} about={text('webhook.about')}>
      <Line
        label={text('webhook.url')}
        hint={text('webhook.urlHint')}
        render={(ids) => (
          <AddressField
            {...ids}
            value={webhook?.url ?? ''}
            onChange={(url) => save(url === '' ? null : { withText: false, ...webhook, url })}
          />
        )}
      />
      {webhook !== null && (
        <>
          <Line
            label={text('webhook.withText')}
            hint={text('webhook.withTextHint')}
            render={(ids) => (
              <Switch
                {...ids}
                on={webhook.withText}
                onChange={(withText) => save({ ...webhook, withText })}
              />
            )}
          />
          <SecretField kept={state?.secret ?? false} />
          {state !== undefined && <StateWords state={state} />}
        </>
      )}
    </Section>
  )
}

interface AddressFieldProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly value: string
  readonly onChange: (url: string) => void
}

function AddressField({ value, onChange, ...ids }: AddressFieldProps) {
  const text = useText('flagSettings')
  const [typed, type] = useState<string | null>(null)
  const shown = typed ?? value
  const wrong = shown.trim() !== '' && !isHttps(shown.trim())
  const finish = () => {
    if (typed === null || wrong) return
    if (typed.trim() !== value) onChange(typed.trim())
    type(null)
  }
  return (
    <>
      {wrong && (
        <span role="alert" className="number-wrong">
          {text('webhook.notHttps')}
        </span>
      )}
      <input
        {...ids}
        className="field webhook-address"
        type="url"
        spellCheck={false}
        placeholder="https://"
        aria-invalid={wrong || undefined}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
      />
    </>
  )
}

/** Written once: it goes to the host's keychain and never comes back. */
function SecretField({ kept }: { readonly kept: boolean }) {
  const text = useText('flagSettings')
  const [typed, type] = useState('')
  async function keep(secret: string | null): Promise<void> {
    try {
      answers.setQueryData(['webhook'], await api.keepWebhookSecret(secret))
      type('')
      tell(() => say('flagSettings', secret === null ? 'webhook.forgotten' : 'webhook.kept'))
    } catch (error) {
      tell(failureOf(error))
    }
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (typed !== '') void keep(typed)
      }}
    >
      <Line
        label={text('webhook.secret')}
        hint={text(kept ? 'webhook.secretKept' : 'webhook.secretHint')}
        render={(ids) => (
          <>
            <input
              {...ids}
              className="field"
              type="password"
              autoComplete="off"
              maxLength={1000}
              placeholder={kept ? '••••••••' : ''}
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
            <Button type="submit" disabled={typed === ''}>
              {text('webhook.keep')}
            </Button>
            {kept && (
              <Button quiet onClick={() => void keep(null)}>
                {text('webhook.forget')}
              </Button>
            )}
          </>
        )}
      />
    </form>
  )
}

function StateWords({ state }: { readonly state: WebhookState }) {
  const text = useText('flagSettings')
  const format = useFormat()
  const phraseText = usePhraseText()
  const { lastAt, lastFailure, lastFailureWords, waiting } = state
  return (
    <p className="section-note" dir="auto">
      {lastAt === null ? text('webhook.never') : text('webhook.last', { at: format.dateTime(lastAt) })}
      {waiting > 0 && ` ${text('webhook.waiting', { count: waiting, shown: format.count(waiting) })}`}
      {lastFailure !== null &&
        ` ${text('webhook.failed', { why: phraseText(lastFailureWords, lastFailure) })}`}
    </p>
  )
}
