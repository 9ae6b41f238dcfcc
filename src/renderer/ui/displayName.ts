/** The name of a language or country in the reader's language; a code Intl does not know stands for itself. */
export function displayName(type: 'language' | 'region', code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
