/** Which pictures may stand at the head of a report. They are drawn as pictures and nothing else; these are refused besides. */
import { largestLogo } from '../../../shared/reporting.ts'
import { phrase, type Phrase } from '../../../shared/phrases.ts'

const dataUrl = /^data:(image\/(?:png|jpeg|svg\+xml));base64,([A-Za-z0-9+/]+={0,2})$/

/** Why a data URL may not be a logo, to go on after "logo"; null: it may. */
export function logoProblem(url: string): Phrase | null {
  // Before anything reads 20 MB of it.
  if (url.length > largestLogo * 1.4)
    return phrase('templates.logo.large', { megabytes: Math.round((url.length * 0.75) / 1e6) })
  const [, type, content] = dataUrl.exec(url) ?? []
  if (type === undefined || content === undefined) return phrase('templates.logo.noPicture')
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > largestLogo) return phrase('templates.logo.overLimit')
  switch (type) {
    case 'image/png':
      return begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
        ? null
        : phrase('templates.logo.noPng')
    case 'image/jpeg':
      return begins(bytes, [0xff, 0xd8, 0xff]) ? null : phrase('templates.logo.noJpeg')
    default:
      return svgProblem(bytes)
  }
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** What an SVG of shapes and texts never holds, in any spelling a parser would take. */
type Refused = 'script' | 'page' | 'moves' | 'entities' | 'instructions' | 'events' | 'outside' | 'style'
const refused: readonly (readonly [pattern: RegExp, why: Refused])[] = [
  [/<\s*(?:[\w.-]+:)?script\b/i, 'script'],
  [/<\s*(?:[\w.-]+:)?(?:foreignObject|iframe|object|embed|audio|video|handler|listener)\b/i, 'page'],
  [/<\s*(?:[\w.-]+:)?(?:animate\w*|set)\b/i, 'moves'],
  [/<!\s*(?:DOCTYPE|ENTITY)/i, 'entities'],
  [/<\?\s*(?!xml\s)/i, 'instructions'],
  [/[\s"'/]on[a-z]+\s*=/i, 'events'],
  // Only what is inside the picture itself may be pointed at.
  [/href\s*=\s*(?!\s*(?:"\s*#|'\s*#))/i, 'outside'],
  [/[\s"'/](?:src|xml:base)\s*=/i, 'outside'],
  [/@\s*import|(?:expression|javascript|data|file|https?)\s*:[^\s"'>]*\)/i, 'outside'],
  [/url\(\s*(?!["']?\s*#|&(?:quot|apos);#)/i, 'outside'],
  // Style sheets can spell url( with backslashes.
  [/style[^<]*\\/i, 'style'],
]

function svgProblem(bytes: Uint8Array): Phrase | null {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return phrase('templates.logo.noUtf8')
  }
  const plain = text.replaceAll(/<!--[\s\S]*?-->/g, '')
  if (!/^\s*(?:<\?xml\s[^>]*\?>\s*)?<(?:[\w.-]+:)?svg[\s>]/i.test(plain))
    return phrase('templates.logo.noSvg')
  const why = refused.find(([pattern]) => pattern.test(plain))?.[1]
  return why === undefined ? null : phrase(`templates.logo.${why}`)
}
