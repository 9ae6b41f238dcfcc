/** What the reader thread answers of audits. */
import type { AuditResults, AuditResultsQuery } from '../../shared/audits.ts'
import type { Api, MetricsAnswer, MetricsQuery, Scope } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { agreementOn } from './agreement.ts'
import { consistency } from '../consistency/consistency.ts'
import { checkConversation } from './checks/conversationChecks.ts'
import { coachingOf } from './coaching.ts'
import { readQueue } from './queue.ts'
import { listSamples } from './samples.ts'
import { previewSample } from './sampling.ts'
import { auditResults, auditScores, coverageOf, type AuditScores } from './results.ts'
import { listReviews } from './reviewList.ts'
import { showReview } from './reviewView.ts'
import { listScorecards } from './scorecards.ts'
import { scorecardTemplates } from './templates/templates.ts'

export interface AuditReadPorts extends Omit<ReadPorts, 'settings'> {
  readonly metrics: (query: MetricsQuery) => MetricsAnswer
}

/** What reports ask beside that: to know of how many chats reviews speak takes longer than all of what they say. */
export interface AuditParts {
  auditScores(query: AuditResultsQuery): AuditScores
  auditCoverage(scope: Scope): AuditResults['coverage']
}

export type AuditReads = Pick<
  Api,
  | 'scorecards'
  | 'scorecardTemplates'
  | 'checkConversation'
  | 'previewSample'
  | 'samples'
  | 'queue'
  | 'review'
  | 'reviews'
  | 'auditResults'
  | 'coaching'
  | 'agreement'
  | 'consistency'
>

export function createAuditReads(ports: AuditReadPorts): AuditReads & AuditParts {
  return {
    scorecards: async () => listScorecards(ports.workspaceDb),
    scorecardTemplates: async () => scorecardTemplates(),
    checkConversation: async (query) => checkConversation(ports, query),
    previewSample: async (recipe) => previewSample(ports, recipe),
    samples: async () => listSamples(ports.workspaceDb),
    queue: async (query) => readQueue(ports, query),
    review: async (query) => showReview(ports, query),
    reviews: async (query) => listReviews(ports, query),
    auditResults: async (query) => auditResults(ports, query),
    auditScores: (query) => auditScores(ports, query),
    auditCoverage: (scope) => coverageOf(ports, { scope }),
    coaching: async (query) => coachingOf(ports, query),
    agreement: async (query) => agreementOn(ports, query),
    consistency: (query) => consistency(ports, query),
  }
}
