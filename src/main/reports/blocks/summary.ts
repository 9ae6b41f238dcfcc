import type { MetricId } from '../../../shared/metrics.ts'
import { html } from '../../print/markup.ts'
import { tileMetrics } from '../context.ts'
import { sentencesOf } from '../words/sentences.ts'
import { headOf, sentenceMarkup, type BlockForm } from './block.ts'

/** What is told where a template shows no tiles. */
const usual: readonly MetricId[] = [
  'conversations_opened',
  'first_response_time',
  'resolution_time',
  'csat_score',
  'failure_rate',
]

/** The period in words: of the metrics its tiles show. */
export const summary: BlockForm<'summary'> = {
  compose(block, context) {
    const tiles = tileMetrics(context.template)
    return {
      ...headOf(block, ''),
      kind: 'summary',
      sentences: sentencesOf(context, tiles.length === 0 ? usual : tiles),
    }
  },
  look: ({ sentences }, { words }) =>
    html`<p class="lead">
      ${
        sentences.length === 0
          ? words('nothing.changed')
          : sentences.map((sentence, index) => [index > 0 && words('sentence.gap'), sentenceMarkup(sentence)])
      }
    </p>`,
  tables: () => [],
}
