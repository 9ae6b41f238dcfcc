/** Reads what was issued, and holds a file against it. */
import type { Api } from '../../../shared/contract.ts'
import type { IssuedReport } from '../../../shared/reporting.ts'
import type { ReadPorts } from '../../engine/readPorts.ts'
import { notYet } from '../notYet.ts'

export interface IssuedReads extends Pick<Api, 'issuedReports' | 'footnote' | 'checkReport'> {
  issuedFile(query: {
    readonly id: string
  }): Promise<{ readonly issued: IssuedReport; readonly bytes: Uint8Array }>
}

export function readIssued(_ports: Pick<ReadPorts, 'workspaceDb'>): IssuedReads {
  return { issuedReports: notYet, footnote: notYet, checkReport: notYet, issuedFile: notYet }
}
