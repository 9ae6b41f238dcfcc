/** Rules about what sources say of themselves: numbers whose quality fell, and sources that are behind. Pure. */
import type { FlagRule } from '../../../shared/flags.ts'
import type { RawFlag } from '../rawFlag.ts'

/** A notice of the cloud about the quality of a number. */
export interface QualityNotice {
  readonly id: string
  readonly at: number
  readonly severity: 'info' | 'warning' | 'danger'
  readonly text: string
  /** Row of the channel with that number; 0: none is known. */
  readonly channel: number
}

/** From a notice that it fell until one that it did not. `notices`: by time. */
export function qualityFell(
  notices: readonly QualityNotice[],
  { severity }: Pick<FlagRule, 'severity'>,
): readonly RawFlag[] {
  return notices.flatMap((notice, index): readonly RawFlag[] => {
    if (notice.severity === 'info') return []
    const better = notices.find(
      (later, place) => place > index && later.channel === notice.channel && later.severity === 'info',
    )
    return [
      {
        ...blank,
        id: `quality_fell:${notice.id}`,
        rule: 'quality_fell',
        severity,
        subject: { kind: 'channel', row: notice.channel },
        from: notice.at,
        raisedAt: notice.at,
        endedAt: better?.at ?? null,
        text: notice.text,
      },
    ]
  })
}

/** A source that should run, and the moment it is complete to; null: it does not say. */
export interface RunningSource {
  readonly id: string
  readonly completeTo: number | null
}

/** Only as of now: that it was behind leaves no trace once it is not. */
export function syncBehind(
  sources: readonly RunningSource[],
  { severity, threshold }: Pick<FlagRule, 'severity' | 'threshold'>,
): readonly RawFlag[] {
  if (threshold === null) return []
  return sources.flatMap(({ id, completeTo }): readonly RawFlag[] =>
    completeTo === null
      ? []
      : [
          {
            ...blank,
            id: `sync_behind:${id}:${completeTo}`,
            rule: 'sync_behind',
            severity,
            subject: { kind: 'source', id },
            from: completeTo,
            raisedAt: completeTo + threshold * 1000,
            endedAt: null,
            target: threshold,
          },
        ],
  )
}

const blank = {
  agent: null,
  seconds: null,
  target: null,
  code: null,
  text: null,
  message: null,
  messages: [],
}
