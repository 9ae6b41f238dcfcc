/** Blocks that hold no data: words of the template, lines to write on, the end of a page. */
import { html } from '../../print/markup.ts'
import { headOf, type BlockForm } from './block.ts'

export const text: BlockForm<'text'> = {
  compose: (block) => ({ ...headOf(block, ''), kind: 'text', text: block.text }),
  // Lines as they were typed; the style sheet keeps them.
  look: (data) => html`<p class="text" dir="auto">${data.text}</p>`,
  tables: () => [],
}

export const notes: BlockForm<'notes'> = {
  compose: (block, { words }) => ({
    ...headOf(block, words('block.notes')),
    kind: 'notes',
    lines: block.lines,
  }),
  look: ({ lines }) =>
    html`<div class="notes">${Array.from({ length: lines }, () => html`<div class="rule"></div>`)}</div>`,
  tables: () => [],
}

export const pageBreak: BlockForm<'break'> = {
  compose: (block) => ({ ...headOf(block, ''), kind: 'break' }),
  look: () => html``,
  tables: () => [],
}
