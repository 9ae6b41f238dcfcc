import { useEffect } from 'react'
import type { SyncHealth } from '../../shared/contract.ts'
import { answers, listen, useAsk, useConnection } from '../api.ts'
import { goTo, useNow, useZone } from '../selection.ts'
import { dayKey } from '../../shared/period.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { syncWords } from './syncWords.ts'
import './SyncState.css'

/** "Complete to 14:32 · 3 rejected", or what is in the way. Opens the sources in Settings. */
export function SyncState() {
  const text = useText('frame')
  const format = useFormat()
  const now = useNow()
  const zone = useZone()
  const connection = useConnection()
  const { data } = useSyncHealth()
  if (data === undefined) return null
  const words = syncWords(data.sources, connection)
  const until =
    words.completeTo === null
      ? '–'
      : dayKey(words.completeTo, zone) === dayKey(now, zone)
        ? format.time(words.completeTo)
        : format.dateTime(words.completeTo)
  const share = words.total === null || words.done === null ? null : words.done / Math.max(words.total, 1)
  const sentence = [
    text(`sync.${words.key === 'loading' && share === null ? 'loadingSome' : words.key}`, {
      until,
      done: format.count(words.done),
      share: format.rate(share, 0),
    }),
    ...(words.rejected === 0
      ? []
      : [text('sync.rejected', { count: words.rejected, shown: format.count(words.rejected) })]),
  ].join(' · ')
  const short = share === null ? until : format.rate(share, 0)
  return (
    <button
      type="button"
      className="bar-button sync-state"
      data-tone={words.tone}
      aria-label={sentence}
      title={`${sentence}\n${text('sync.open')}`}
      onClick={() => goTo('settings')}
    >
      <span className="sync-dot" aria-hidden="true" />
      <span className="sync-words">{sentence}</span>
      {/* In a narrow window the time or the share stands for the sentence, which is the button's name all the same. */}
      <span className="sync-short" aria-hidden="true">
        {short}
      </span>
    </button>
  )
}

/** The sources as last announced: progress arrives by itself, the rest is asked for. */
export function useSyncHealth() {
  useEffect(
    () =>
      listen('progress', ({ sources }) => {
        const byId = new Map(sources.map((source) => [source.id, source]))
        answers.setQueryData<SyncHealth>(
          ['syncHealth'],
          (held) => held && { ...held, sources: held.sources.map((source) => byId.get(source.id) ?? source) },
        )
      }),
    [],
  )
  return useAsk('syncHealth', [], ['sync'])
}
