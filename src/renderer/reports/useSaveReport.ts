import { useState } from 'react'
import type { ReportQuery } from '../../shared/contract.ts'
import { api, failureOf, fetchDownload } from '../api.ts'
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
    const { saved } = await api.saveReport(query)
    if (saved === null) return null
    const [, id, name] = /^download:([^:]+):(.+)$/s.exec(saved) ?? []
    if (id === undefined || name === undefined)
      return { failed: false, message: text('saved', { where: saved }), hint: '' }
    await fetchDownload(id, name)
    return { failed: false, message: text('downloaded', { name }), hint: text('downloadedHint') }
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
