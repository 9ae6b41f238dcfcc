/** What the cloud said about the quality of numbers, as sources kept it. */
import { rawSql, type ReadableDb } from '../../store/database.ts'
import type { WorkspaceDictionary } from '../../store/dictionary.ts'
import type { QualityNotice } from './sourceRules.ts'

/** Oldest first. A notice names its number in words: "Number +4915112345678: flagged." */
export function qualityNotices(
  cache: ReadableDb,
  channels: WorkspaceDictionary['channels'],
): readonly QualityNotice[] {
  const rows = new Map(channels.map(({ row, phone }) => [(phone ?? '').replaceAll(/\D/g, ''), row]))
  return rawSql<[string, number, QualityNotice['severity'], string]>(
    cache,
    `SELECT rid, at, severity, text FROM notices WHERE kind = 'phone_number_quality_update' ORDER BY at, rid`,
  )
    .all()
    .map(([id, at, severity, text]) => {
      const digits = /\+(\d+)/.exec(text)?.[1] ?? ''
      return { id, at, severity, text, channel: digits === '' ? 0 : (rows.get(digits) ?? 0) }
    })
}
