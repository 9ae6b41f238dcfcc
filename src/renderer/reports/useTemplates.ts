import type { Language } from '../../shared/contract.ts'
import type { ReportTemplate } from '../../shared/reporting.ts'
import { type Asked, useAsk } from '../api.ts'
import { useLanguage } from '../ui/text.ts'

/** Those shipped, then those kept here, named in the language of the interface or another. */
export function useTemplates(language?: Language): Asked<readonly ReportTemplate[]> {
  const spoken = useLanguage()
  return useAsk('reportTemplates', [{ language: language ?? spoken }], ['reports'])
}

/** The one that is asked for; where there is none, the weekly one. */
export function templateOf(
  templates: readonly ReportTemplate[],
  asked: string | null,
): ReportTemplate | undefined {
  const named = (id: string | null) => templates.find((template) => template.id === id)
  return named(asked) ?? named('weekly') ?? templates[0]
}
