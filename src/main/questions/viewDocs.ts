/** The reporting views as text and as the page docs/views.md. */
import type { QuestionView } from '../../shared/questions.ts'

export function viewsText(views: readonly QuestionView[]): string {
  return views
    .flatMap(({ name, about, columns }) => [
      `${name}: ${about}`,
      ...columns.map((column) => `  ${column.name}  (${column.type})  ${column.about}`),
    ])
    .join('\n')
}
export function viewsMarkdown(views: readonly QuestionView[]): string {
  return viewsText(views)
}
