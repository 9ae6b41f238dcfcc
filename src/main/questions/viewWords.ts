/** The reporting views with what they and their columns mean, in a language. */
import type { Language } from '../../shared/contract.ts'
import type { QuestionView } from '../../shared/questions.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { metricWords, viewWords } from '../print/words.ts'
import type { MetricColumn } from '../rows/metricColumns.ts'
import { figureColumns } from './figures/figureColumns.ts'
import { views } from './views/all.ts'

/** In the order they are shown. */
export function viewsIn(language: Language): readonly QuestionView[] {
  return views.map((view) => ({
    name: view.name,
    about: viewWords(language)(`view.${view.name}`),
    columns: view.columns.map(({ name, type }) => ({
      name,
      type,
      about: aboutColumn(language, view.name, name),
    })),
  }))
}

const figuresByName = new Map(figureColumns.map((column) => [column.name, column]))

/** A column is called alike in every view; where it means something else in one, there are words for that. */
function aboutColumn(language: Language, view: string, name: string): string {
  const say = viewWords(language)
  const figure = figuresByName.get(name)
  if (figure !== undefined && view === 'conversations') return aboutFigure(language, figure)
  const own = `column.${view}_${name}`
  const words = say(own)
  if (words !== own) return words
  return isMetric(name) ? metricAbout(language, name) : say(`column.${name}`)
}

function aboutFigure(language: Language, { metric, part, name }: MetricColumn): string {
  const say = viewWords(language)
  if (part === 'of') return say(name.endsWith('_count') ? 'figure.count' : 'figure.of', { column: metric })
  const about = metricAbout(language, metric)
  return metrics[metric].shape === 'duration' ? say('figure.mean', { about }) : about
}

function metricAbout(language: Language, metric: MetricId): string {
  const { name, definition } = metricWords(language, metric)
  return `${name}: ${definition}`
}

function isMetric(name: string): name is MetricId {
  return Object.hasOwn(metrics, name)
}
