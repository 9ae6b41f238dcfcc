/** What the columns of rows mean, in a language. */
import type { Language } from '../../shared/contract.ts'
import type { Dataset } from '../../shared/reporting.ts'
import { metricWords, rowWords } from '../print/words.ts'
import type { MetricMeaning, RowColumn } from './rowColumn.ts'

export interface ColumnWords {
  readonly name: string
  readonly unit: string
  readonly about: string
}

export function columnWords(language: Language, dataset: Dataset, column: RowColumn): ColumnWords {
  const { name, kind, meaning } = column
  const say = rowWords(language)
  return {
    name,
    unit: say(`unit.${kind}`),
    about: meaning === undefined ? aboutFact(language, dataset, name) : aboutMetric(language, meaning),
  }
}

/** A column is called alike in both datasets; where it means something else in one, there are words for that. */
function aboutFact(language: Language, dataset: Dataset, name: string): string {
  const say = rowWords(language)
  const own = `column.${dataset}_${name}`
  const words = say(own)
  return words === own ? say(`column.${name}`) : words
}

function aboutMetric(language: Language, { metric, as, summed = '' }: MetricMeaning): string {
  const { name, definition } = metricWords(language, metric)
  return rowWords(language)(`metric.${as}`, { name, definition, metric, part: summed })
}

/** What the sheet with the meanings is called, and its columns. */
export function sheetWords(language: Language) {
  const say = rowWords(language)
  return {
    columns: say('sheet.columns'),
    column: say('sheet.column'),
    unit: say('sheet.unit'),
    meaning: say('sheet.meaning'),
  }
}
