/** What `floorwalker report` says of reports that were issued, and of files somebody brings. */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Api, Language } from '../../../shared/contract.ts'
import { formatFor } from '../../../shared/numbers.ts'
import type { IssuedReport, ReportCheck } from '../../../shared/reporting.ts'
import { failed, Failed } from '../../engine/failure.ts'
import { checkAlone, largestReport, tooLarge } from '../../reports/issued/checkFile.ts'
import { unread } from './files.ts'
import { type Output, table } from './output.ts'
import { withEngine } from './session.ts'

/** Newest first. */
export async function listIssuedReports(output: Output, dir: string, language: Language): Promise<void> {
  await withEngine({ dir, mode: 'read' }, async ({ api }) => {
    const { zone } = await api.workspace()
    const issued = await allIssued(api)
    output.result(issued, () => issuedText(issued, language, zone))
  })
}

/** Tells the conversations behind a footnote. Throws `Failed` (`invalid`) for one that no report issued here has. */
export async function findReportFootnote(output: Output, dir: string, id: string): Promise<void> {
  await withEngine({ dir, mode: 'read' }, async ({ api }) => {
    const found = await api.footnote({ id })
    output.result(found, () => {
      const { about, total, conversations, issued } = found
      const more = total - conversations.length
      return [
        `${about} – ${issued.name}, ${issued.fileName}`,
        ...conversations,
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join('\n')
    })
  })
}

/**
 * Tells what became of a file. Works without a workspace, too: then only the file can be told. Throws `Failed` (exit code 1)
 * unless it is as it was issued and its figures hold.
 */
export async function checkReportFile(
  output: Output,
  dir: string,
  path: string,
  language: Language,
): Promise<void> {
  const bytes = await bytesOf(path)
  const check = existsSync(join(dir, 'cache.db'))
    ? await withEngine({ dir, mode: 'read' }, ({ api }) =>
        api.checkReport({ file: Buffer.from(bytes).toString('base64') }),
      )
    : checkAlone(bytes)
  output.result(check, () => checkText(path, check, language))
  const holds = check.file === 'issued' && check.figures === 'hold'
  const isSame = check.definitions !== 'changed' && check.settings !== 'changed'
  if (!holds || !isSame) throw failed('invalid', 'command.checkFound')
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = resolve(path)
    if ((await stat(file)).size > largestReport) throw tooLarge()
    return await readFile(file)
  } catch (error) {
    throw error instanceof Failed ? error : unread(path, error)
  }
}

async function allIssued(api: Api): Promise<readonly IssuedReport[]> {
  const rows: IssuedReport[] = []
  for (let after: string | null = null, more = true; more;) {
    const page: Awaited<ReturnType<Api['issuedReports']>> = await api.issuedReports({ after, limit: 500 })
    rows.push(...page.rows)
    after = page.next
    more = after !== null
  }
  return rows
}

function issuedText(issued: readonly IssuedReport[], language: Language, zone: string): string {
  if (issued.length === 0) return 'Nothing was issued yet.'
  const format = formatFor(language, zone, 0)
  return table(
    ['issued', 'report', 'period', 'file', 'fingerprint', 'by'],
    issued.map(({ issuedAt, name, scope, fileName, fingerprint, by, erasedAt }) => [
      format.dateTime(issuedAt),
      name,
      formatFor(language, scope.zone, 0).period(scope.from, scope.to),
      erasedAt === undefined ? fileName : `${fileName} (not kept: names of an erased contact)`,
      fingerprint.slice(0, 12),
      by,
    ]),
  )
}

const troubles = {
  empty: 'is empty',
  cut_short: 'is cut short',
  not_ours: 'is no report of Floorwalker',
} as const satisfies Record<NonNullable<ReportCheck['trouble']>, string>

function checkText(path: string, check: ReportCheck, language: Language): string {
  const { issued, figures, differences } = check
  const lines = [fileSentence(path, check)]
  if (issued !== null)
    lines.push(
      `It is ${issued.name}, issued ${formatFor(language, issued.scope.zone, 0).dateTime(issued.issuedAt)} by version ${issued.version}.`,
    )
  if (issued?.erasedAt !== undefined)
    lines.push(
      'The workspace does not keep this file any more: it tells the name of a contact who was erased since. Figures are kept.',
    )
  if (figures === 'hold') lines.push('Its figures hold: the data gives the same today.')
  if (figures === 'differ') lines.push('Its figures differ from what the data gives today:')
  lines.push(
    ...differences.map(
      ({ block, what, was, is }) => `  ${[block, what].filter(Boolean).join(', ')}: ${was} → ${is}`,
    ),
  )
  if (check.definitions === 'changed') lines.push('What its figures mean was defined anew since.')
  if (check.settings === 'changed') lines.push('Settings that change its figures are others today.')
  return lines.join('\n')
}

function fileSentence(path: string, { file, trouble, fingerprint, issued }: ReportCheck): string {
  switch (file) {
    case 'issued':
      return `${path} is byte for byte what was issued.`
    case 'changed':
      return issued === null
        ? `${path} is a report of Floorwalker that was changed since it was made.`
        : `${path} is not what was issued: it was changed since.`
    case 'unknown':
      return fingerprint === null
        ? `${path} was not issued from this workspace, or was changed since.`
        : `${path} is unchanged since it was made (report ${fingerprint.slice(0, 12)}), but was not issued from this workspace.`
    case 'unreadable':
      return `${path} ${troubles[trouble ?? 'not_ours']}.`
  }
}
