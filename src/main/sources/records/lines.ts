import { StringDecoder } from 'node:string_decoder'

/**
 * Splits a stream of UTF-8 bytes into lines at "\n" (a "\r" before it is dropped). A line longer than `longest` comes
 * out cut to `longest` + 1 characters, so that memory stays bounded and the reader can tell.
 */
export async function* splitLines(bytes: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let open = ''
  for await (const chunk of bytes) {
    const pieces = decoder.write(chunk).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      yield trimmed(bounded(open + piece, longest))
      open = ''
    }
    open = bounded(open + last, longest)
  }
  open += decoder.end()
  if (open !== '') yield trimmed(open)
}

function bounded(line: string, longest: number): string {
  return line.length > longest ? line.slice(0, longest + 1) : line
}

function trimmed(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
