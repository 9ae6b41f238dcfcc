/** Markup that is known to be safe: everything put into it was escaped. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | string | number | null | false | readonly Part[]

/** Builds markup; every value that is not markup itself is escaped, so text from a chat stays text. */
export function html(pieces: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let markup = pieces[0] ?? ''
  values.forEach((value, index) => {
    markup += rendered(value) + (pieces[index + 1] ?? '')
  })
  return { markup }
}

function rendered(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if ('markup' in part) return part.markup
  return part.map(rendered).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
