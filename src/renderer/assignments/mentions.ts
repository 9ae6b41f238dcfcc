/** A comment as pieces, of which some name somebody. Pure. */

export interface CommentPiece {
  readonly text: string
  readonly mention: boolean
}

/** `names`: those the source says are mentioned. Where the text does not name one, they come behind it. */
export function commentPieces(text: string, names: readonly string[]): readonly CommentPiece[] {
  const byLength = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const found = new Set<string>()
  const pieces: CommentPiece[] = []
  let plain = ''
  for (let at = 0; at < text.length;) {
    const name = text[at] === '@' ? byLength.find((one) => startsWith(text, at + 1, one)) : undefined
    if (name === undefined) {
      plain += text[at] ?? ''
      at += 1
      continue
    }
    if (plain !== '') pieces.push({ text: plain, mention: false })
    plain = ''
    found.add(name)
    pieces.push({ text: text.slice(at, at + 1 + name.length), mention: true })
    at += 1 + name.length
  }
  if (plain !== '') pieces.push({ text: plain, mention: false })
  const others = byLength.filter((name) => !found.has(name))
  return [
    ...pieces,
    ...others.flatMap((name) => [
      { text: ' ', mention: false },
      { text: `@${name}`, mention: true },
    ]),
  ]
}

function startsWith(text: string, at: number, name: string): boolean {
  return text.slice(at, at + name.length).toLocaleLowerCase() === name.toLocaleLowerCase()
}
