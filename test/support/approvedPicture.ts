/**
 * Pictures of printed reports that somebody looked at and approved. `FLOORWALKER_APPROVE=1` approves what is printed now.
 * Faces of letters differ between machines: pictures are compared only where the fonts are those they were approved with.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { asPng, difference, differencePicture, fromPng, pictureOf } from './greyPicture.ts'

const folder = join(import.meta.dirname, '..', 'reports', 'approved')
const failures = join(import.meta.dirname, '..', '..', 'test-results', 'reports')
const dotsPerInch = 36
/**
 * Pixels that may differ. Measured on a weekly report of four pages: a name that is missing makes 25, a figure that becomes
 * longer 36, a bar a fifth shorter 38; a page that lies a third of a point lower 18, letters set a hundredth wider 2.
 */
const tolerance = 24

const approving = process.env['FLOORWALKER_APPROVE'] === '1'
const fonts = fontsHere()
const approvedWith = existsSync(join(folder, 'fonts.txt'))
  ? readFileSync(join(folder, 'fonts.txt'), 'utf8').trim()
  : null
const comparable = fonts !== null && fonts === approvedWith
if (!approving && !comparable)
  console.warn(
    'SKIPPED: the fonts here are not those the pictures of reports were approved with, so they were not compared.',
  )

/** Fails where a PDF looks other than it was approved; the picture of what differs is in test-results/reports. Needs poppler. */
export function approvedPicture(name: string, pdf: Uint8Array): void {
  const file = join(folder, `${name}.png`)
  if (approving) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, asPng(pictureOf(pdf, dotsPerInch)))
    writeFileSync(join(folder, 'fonts.txt'), `${fonts}\n`)
    return
  }
  if (!comparable) return
  expect(existsSync(file), `${name} was approved; FLOORWALKER_APPROVE=1 approves it`).toBe(true)
  const [approved, printed] = [fromPng(readFileSync(file)), pictureOf(pdf, dotsPerInch)]
  const differing = difference(approved, printed)
  if (differing > tolerance) {
    mkdirSync(failures, { recursive: true })
    writeFileSync(join(failures, `${name}.png`), asPng(printed))
    writeFileSync(join(failures, `${name}-difference.png`), asPng(differencePicture(approved, printed)))
  }
  expect(differing, `${name} looks other than approved, see test-results/reports`).toBeLessThanOrEqual(
    tolerance,
  )
}

/** Which faces this machine draws reports with, as one sign; null where nobody can tell. */
function fontsHere(): string | null {
  const asked = [
    'sans',
    'Noto Sans',
    'Noto Sans:bold',
    'Noto Sans CJK TC',
    'Noto Sans CJK TC:bold',
    'Noto Color Emoji',
  ]
  try {
    const faces = asked.map((name) =>
      execFileSync('fc-match', ['-f', '%{family} %{style} %{fontversion}', name], { encoding: 'utf8' }),
    )
    return createHash('sha256').update(faces.join('\n')).digest('hex')
  } catch {
    return null
  }
}
