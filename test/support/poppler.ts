/** PDFs read by poppler, where it is installed (Debian: poppler-utils). */
import { execFileSync, spawnSync } from 'node:child_process'

export const hasPoppler = ['pdftotext', 'pdftoppm'].every(
  (name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined,
)
if (!hasPoppler)
  console.warn(
    'SKIPPED: no poppler here (Debian: poppler-utils), so the words and pictures of PDFs were not read.',
  )

/** The words as they lie on the pages. Needs poppler. */
export function textOfPdf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  })
}
