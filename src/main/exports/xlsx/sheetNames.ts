/** Names of sheets: at most 31 characters, none a sheet's name may not have, each once in its workbook. */
const longest = 31
/** Control characters too: a name is one line. */
// oxlint-disable-next-line no-control-regex -- a name must not hold them
const notAllowed = /[\\/?*[\]:'\u0000-\u001F\uFFFE\uFFFF]/gu

/** Names sheets one after the other; a title that was used gets a number. Case tells no two apart, as in spreadsheets. */
export function uniqueSheetNames(): (title: string) => string {
  const used = new Set<string>()
  return (title) => {
    const plain = title.toWellFormed().replaceAll(notAllowed, ' ').trim() || 'Floorwalker'
    for (let number = 1; ; number++) {
      const ending = number === 1 ? '' : ` ${number}`
      const name = cut(plain, longest - ending.length) + ending
      const key = name.toLowerCase()
      // Excel keeps this name for itself.
      if (used.has(key) || key === 'history') continue
      used.add(key)
      return name
    }
  }
}

/** The first characters, none cut in two. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trim()
}
