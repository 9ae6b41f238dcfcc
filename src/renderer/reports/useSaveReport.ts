import { useState } from 'react'
import type { ReportQuery } from '../../shared/reporting.ts'
import { api, failureOf } from '../api.ts'
import { keepFile } from '../keepFile.ts'
import { useText } from '../ui/text.ts'

/** What became of it: where it was saved, or why not. */
export interface SaveOutcome {
  readonly failed: boolean
  readonly message: string
  readonly hint: string
}

/** Prints the report and saves it where the person says; the web console hands it to the browser. */
export function useSaveReport(query: ReportQuery) {
  const text = useText('reports')
  const [saving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null)

  async function print(): Promise<SaveOutcome | null> {
    const kept = await keepFile(await api.saveReport({ ...query, format: 'pdf' }))
    if (kept === null) return null
    const { where, downloaded } = kept
    return downloaded
      ? { failed: false, message: text('downloaded', { name: where }), hint: text('downloadedHint') }
      : { failed: false, message: text('saved', { where }), hint: '' }
  }

  async function saveNow(): Promise<void> {
    setSaving(true)
    setOutcome(null)
    try {
      setOutcome(await print())
    } catch (error) {
      const { message, hint } = failureOf(error)
      setOutcome({ failed: true, message, hint })
    } finally {
      setSaving(false)
    }
  }

  return { save: () => void saveNow(), saving, outcome }
}
