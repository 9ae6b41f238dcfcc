/** Which pictures may stand at the head of a report. They are drawn as pictures and nothing else; these are refused besides. */
import { largestLogo } from '../../../shared/reporting.ts'

const dataUrl = /^data:(image\/(?:png|jpeg|svg\+xml));base64,([A-Za-z0-9+/]+={0,2})$/

/** Why a data URL may not be a logo, to go on after "logo"; null: it may. */
export function logoProblem(url: string): string | null {
  // Before anything reads 20 MB of it.
  if (url.length > largestLogo * 1.4)
    return `has about ${Math.round((url.length * 0.75) / 1e6)} MB, where at most 512 KB are taken`
  const [, type, content] = dataUrl.exec(url) ?? []
  if (type === undefined || content === undefined) return 'is no PNG, JPEG or SVG picture'
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > largestLogo) return 'has more than 512 KB'
  switch (type) {
    case 'image/png':
      return begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ? null : 'is no PNG inside'
    case 'image/jpeg':
      return begins(bytes, [0xff, 0xd8, 0xff]) ? null : 'is no JPEG inside'
    default:
      return svgProblem(bytes)
  }
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** What an SVG of shapes and texts never holds, in any spelling a parser would take. */
const refused: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/<\s*(?:[\w.-]+:)?script\b/i, 'holds a script'],
  [
    /<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|object|embed|audio|video|handler|listener)\b/i,
    'holds a page of its own',
  ],
  [/<\s*(?:[\w.-]+:)?(?:animate\w*|set)\b/i, 'moves'],
  [/<!\s*(?:DOCTYPE|ENTITY)/i, 'declares entities'],
  [/<\?\s*(?!xml\s)/i, 'holds instructions for other programs'],
  [/[\s"'/]on[a-z]+\s*=/i, 'reacts to events'],
  // Only what is inside the picture itself may be pointed at.
  [/href\s*=\s*(?!\s*(?:"\s*#|'\s*#))/i, 'points outside itself'],
  [/[\s"'/](?:src|xml:base)\s*=/i, 'points outside itself'],
  [/@\s*import|(?:expression|javascript|data|file|https?)\s*:[^\s"'>]*\)/i, 'points outside itself'],
  [/url\(\s*(?!["']?\s*#|&(?:quot|apos);#)/i, 'points outside itself'],
  // Style sheets can spell url( with backslashes.
  [/style[^<]*\\/i, 'holds a style that cannot be read'],
]

function svgProblem(bytes: Uint8Array): string | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'is no SVG in UTF-8'
  }
  const plain = text.replaceAll(/<!--[\s\S]*?-->/g, '')
  if (!/^\s*(?:<\?xml\s[^>]*\?>\s*)?<(?:[\w.-]+:)?svg[\s>]/i.test(plain)) return 'is no SVG inside'
  return refused.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}
