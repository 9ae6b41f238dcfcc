/** Reads what was issued, and holds a file against it. */
import type { Api } from '../../../shared/contract.ts'
import type { IssuedReport } from '../../../shared/reporting.ts'
import { failed } from '../../engine/failure.ts'
import { checkFile, type CheckPorts } from './checkFile.ts'
import { findFootnote } from './footnotes.ts'
import { findIssued, listIssued, readIssuedFile } from './issuedRows.ts'

export interface IssuedReads extends Pick<Api, 'issuedReports' | 'footnote' | 'checkReport'> {
  issuedFile(query: {
    readonly id: string
  }): Promise<{ readonly issued: IssuedReport; readonly bytes: Uint8Array }>
}

export function readIssued(ports: CheckPorts): IssuedReads {
  const { workspaceDb } = ports
  return {
    issuedReports: async (query) => listIssued(workspaceDb, query),
    footnote: async ({ id }) => findFootnote(workspaceDb, id),
    checkReport: async ({ file }) => checkFile(ports, Buffer.from(file, 'base64')),
    async issuedFile({ id }) {
      const issued = findIssued(workspaceDb, id)
      const bytes = readIssuedFile(workspaceDb, id)
      if (issued?.erasedAt !== undefined)
        throw failed('invalid', 'reports.fileErased', { file: issued.fileName })
      if (issued !== null && bytes !== null) return { issued, bytes }
      throw failed('invalid', 'reports.notIssued')
    },
  }
}
