/** Whether a text is an address flags may be posted to. The engine looks again, also at where it leads. */
export function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
