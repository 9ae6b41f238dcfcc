/**
 * What is done to a PDF after a browser printed it. Chromium writes the clock and its own name into the file: both are
 * replaced, so that the same page gives the same bytes. A report's file also carries its own proof: the report's
 * fingerprint, and a digest of every byte of the file. All of it is one incremental update behind Chromium's bytes, as
 * the format foresees.
 */
import { createHash } from 'node:crypto'
import { failed } from '../engine/failure.ts'

export interface PdfAbout {
  readonly title: string
  /** The moment of the data, epoch milliseconds: what the file says it was created at. */
  readonly moment: number
  readonly version: string
  /** SHA-256 in hex of what is printed; null: the file carries no proof. */
  readonly fingerprint: string | null
}

/**
 * `intact`: every byte is as it was made; `changed`: it carries a proof that does not hold; `none`: it carries none.
 * The fingerprint is null where it cannot be read any more.
 */
export interface PdfProof {
  readonly state: 'intact' | 'changed' | 'none'
  readonly fingerprint: string | null
}

const noDigest = '0'.repeat(64)
/** The proof's three places: the digest with what it is of, and a line at the very end which tells that there is one. */
const proofPattern = /\/FloorwalkerReport \(([0-9a-f]{64})\) \/FloorwalkerDigest \(([0-9a-f]{64})\)/g
const lastLine = '%Floorwalker report '
const lastLinePattern = /%Floorwalker report ([0-9a-f]{64})\n$/

/** The same PDF with its facts, always the same bytes. Throws `Failed` (`invalid`) for what is no PDF of Chromium's. */
export function finishPdf(printed: Uint8Array, about: PdfAbout): Uint8Array {
  const text = Buffer.from(printed).toString('latin1')
  const end = endOf(text)
  const clockless = withoutClock(text, end.info, about.moment)
  const update = updateOf(clockless, end, about)
  const bytes = Buffer.from(clockless + update, 'latin1')
  if (about.fingerprint === null) return bytes
  const digest = sha256(bytes)
  // The digest's place is found from the end: nothing of the page can stand there.
  bytes.write(digest, bytes.lastIndexOf(noDigest, undefined, 'latin1'), 'latin1')
  return bytes
}

/** What a file says of itself. Any bytes will do. */
export function readProof(bytes: Uint8Array): PdfProof {
  const file = Buffer.from(bytes)
  const tail = file.subarray(-tailBytes).toString('latin1')
  const proof = [...tail.matchAll(proofPattern)].at(-1) ?? null
  const named = lastLinePattern.exec(tail)
  const isOurs = proof !== null || tail.includes(lastLine) || tail.includes('/FloorwalkerReport')
  if (!isOurs) return { state: 'none', fingerprint: null }
  const fingerprint = proof?.[1] ?? named?.[1] ?? null
  if (proof === null || named === null || proof[1] !== named[1]) return { state: 'changed', fingerprint }
  const place = file.length - tail.length + proof.index + proof[0].length - noDigest.length - 1
  const zeroed = Buffer.from(file)
  zeroed.write(noDigest, place, 'latin1')
  return { state: sha256(zeroed) === proof[2] ? 'intact' : 'changed', fingerprint }
}

/** Behind the proof there is little, but somebody may have appended something. */
const tailBytes = 64 * 1024

interface PdfEnd {
  readonly size: number
  readonly root: string
  readonly info: number
  readonly crossReferences: number
}

function endOf(text: string): PdfEnd {
  const trailer = text.slice(Math.max(0, text.lastIndexOf('trailer')))
  const size = /\/Size (\d+)/.exec(trailer)?.[1]
  const root = /\/Root (\d+ 0 R)/.exec(trailer)?.[1]
  const info = /\/Info (\d+) 0 R/.exec(trailer)?.[1]
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(trailer)?.[1]
  if (
    !text.startsWith('%PDF-') ||
    size === undefined ||
    root === undefined ||
    info === undefined ||
    start === undefined
  )
    throw failed('invalid', 'print.unreadablePdf')
  return { size: Number(size), root, info: Number(info), crossReferences: Number(start) }
}

/** The dates of the browser's own facts, which stay in the file below ours, in place: no offset moves. */
function withoutClock(text: string, info: number, moment: number): string {
  const from = text.search(new RegExp(`(^|\\n)${info} 0 obj\\b`))
  const to = text.indexOf('endobj', from)
  if (from < 0 || to < 0) return text
  const facts = text
    .slice(from, to)
    .replaceAll(/D:\d{14}[+-]\d\d'\d\d'/g, (date) => dateOf(moment).slice(0, date.length))
  return text.slice(0, from) + facts + text.slice(to)
}

function updateOf(text: string, end: PdfEnd, { title, moment, version, fingerprint }: PdfAbout): string {
  const date = dateOf(moment)
  const producer = /\/Producer (\([^()\\]*\))/.exec(text)?.[1] ?? '(Chromium)'
  const proof =
    fingerprint === null ? '' : `\n/FloorwalkerReport (${fingerprint}) /FloorwalkerDigest (${noDigest})`
  const info = `${end.info} 0 obj
<</Title ${utf16(title)}
/Creator ${utf16(`Floorwalker ${version}`)}
/Producer ${producer}
/CreationDate (${date})
/ModDate (${date})${proof}>>
endobj
`
  const id = sha256(Buffer.from(text + info, 'latin1')).slice(0, 32)
  return `${info}xref
${end.info} 1
${String(text.length).padStart(10, '0')} 00000 n 
trailer
<</Size ${end.size}
/Root ${end.root}
/Info ${end.info} 0 R
/Prev ${end.crossReferences}
/ID [<${id}> <${id}>]>>
startxref
${text.length + info.length}
%%EOF
${fingerprint === null ? '' : `${lastLine}${fingerprint}\n`}`
}

function dateOf(moment: number): string {
  const digits = new Date(moment).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return `D:${digits}+00'00'`
}

/** A text string of the format: UTF-16 with its mark, in hex, so that no sign of it has a meaning. */
function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  )
  return `<feff${units.join('')}>`
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
