import type { ExplainQuery } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import { useLanguage, useText } from '../ui/text.ts'
import { namesOf } from './names.ts'
import { scopeWords } from './scopeWords.ts'

/** The scope of an open number as words in one line: whom, which part, when. */
export function useScopeWords(query: ExplainQuery): string {
  const text = useText('chats')
  const format = useFormat()
  const { bucket } = useMetricText()
  const metricWords = useText('metrics')
  const language = useLanguage()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  return scopeWords(query, {
    text,
    format,
    bucket,
    dimension: (dimension) => metricWords(`dimension.${dimension}`),
    language,
    names: namesOf(workspace),
    channels: workspace?.channels ?? [],
  })
}
