/** What reviews say: by agent, team, reviewer, week, criterion and root cause, and of how many chats they speak. */
import type { AuditResults, AuditResultsQuery } from '../../shared/audits.ts'
import { weekKey } from '../../shared/period.ts'
import { criteriaOf } from '../../shared/scoring.ts'
import type { Weighted } from '../../shared/statistics.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { candidatesIn, type CandidatePorts } from './candidates.ts'
import { countedReviews, type CountedReview } from './counted.ts'
import { failedFigure, plainRows, rankedRows, scoreFigure, shareFigure, type Group } from './figures.ts'
import { reviewedRows } from './reviewSide.ts'

export interface ResultPorts extends CandidatePorts {
  readonly workspaceDb: ReadableDb
}

export type AuditScores = Omit<AuditResults, 'coverage'>

/** What reviews say of the scope, and of how many chats they speak. */
export function auditResults(ports: ResultPorts, query: AuditResultsQuery): AuditResults {
  return { ...auditScores(ports, query), coverage: coverageOf(ports, query) }
}

/**
 * Results of the scope. A review without a score (nothing was applicable) counts nowhere but among its criteria; two reviews
 * of one chat count as two. Agents and teams are ranked, where their intervals part; weeks come in order, reviewers by name,
 * criteria as on their scorecards. `picked` counts reviews of chats that were picked, by hand or because of a risk or flag;
 * with `includePicked` they count like the others, and nothing they say holds for the rest. Intervals take every draw for a
 * plain one of endlessly many chats: of a stratified draw, and where most of few chats were reviewed, they are rather too wide.
 */
export function auditScores(ports: ResultPorts, query: AuditResultsQuery): AuditScores {
  const all = countedReviews(ports, query)
  const counted = query.includePicked ? all : all.filter(({ picked }) => !picked)
  const scored = counted.filter(({ review }) => review.score !== null)
  const values = scored.map(scoreOfReview)
  const groups = (keyOf: (one: CountedReview) => string | null): readonly Group[] =>
    [...Map.groupBy(scored, keyOf)].map(([key, group]) => ({ key, values: group.map(scoreOfReview) }))
  const teamOf = createTeams(ports.dictionary())
  const { zone } = query.scope
  return {
    total: scoreFigure(values),
    failed: failedFigure(values),
    byAgent: rankedRows(groups(({ review }) => review.agent)),
    byTeam: rankedRows(groups(({ review }) => teamOf(review.agent))),
    byReviewer: plainRows(byKey(groups(({ review }) => review.reviewer))),
    byWeek: plainRows(byKey(groups(({ review }) => weekKey(review.conversationAt, zone)))),
    byCriterion: byCriterion(counted),
    byCause: byCause(counted),
    picked: all.filter(({ picked }) => picked).length,
  }
}

function scoreOfReview({ review, weight }: CountedReview): Weighted {
  return { value: review.score ?? 0, weight }
}

function byKey(groups: readonly Group[]): readonly Group[] {
  return groups.toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
}

/** The team an agent's work counts for: their first. */
function createTeams({ agents, teams }: WorkspaceDictionary): (agent: string | null) => string | null {
  const names = new Map(teams.map(({ row, id }) => [row, id]))
  const byAgent = new Map(agents.map(({ id, teams: [first = -1] }) => [id, names.get(first) ?? null]))
  return (agent) => (agent === null ? null : (byAgent.get(agent) ?? null))
}

// ── criteria and causes ──────────────────────────────────────────────────────────────────────────────────────────

/** One criterion of a scorecard, over all its versions; named as the newest chat's version names it. */
function byCriterion(reviews: readonly CountedReview[]): AuditResults['byCriterion'] {
  return [...Map.groupBy(reviews, ({ review }) => review.scorecard.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([scorecard, ofCard]) =>
      criteriaIn(ofCard).flatMap(({ id, name }) => {
        const values = ofCard.flatMap((one) => valueOfCriterion(one, id))
        return plainRows([{ key: id, values }]).map((row) => ({ ...row, name, scorecard }))
      }),
    )
}

/** The criteria of the newest version first, in its order. */
export function criteriaIn(
  reviews: readonly CountedReview[],
): readonly { readonly id: string; readonly name: string }[] {
  const newestFirst = reviews.toSorted((a, b) => b.review.scorecard.version - a.review.scorecard.version)
  const names = new Map<string, string>()
  for (const { sections } of newestFirst)
    for (const { id, name } of criteriaOf(sections)) if (!names.has(id)) names.set(id, name)
  return [...names].map(([id, name]) => ({ id, name }))
}

function valueOfCriterion({ lines, weight }: CountedReview, criterion: string): readonly Weighted[] {
  const value = lines.find((line) => line.criterion === criterion)?.value ?? null
  return value === null ? [] : [{ value, weight }]
}

/** Of the reviews that rated a criterion, those that named the cause; the most frequent first. */
function byCause(reviews: readonly CountedReview[]): AuditResults['byCause'] {
  const named = reviews.map((one) => ({
    ...one,
    named: new Set(
      one.review.content.ratings.flatMap(({ criterion, causes }) =>
        causes.map((cause) => JSON.stringify([one.review.scorecard.id, criterion, cause])),
      ),
    ),
  }))
  const causes = new Set(named.flatMap((one) => [...one.named]))
  return [...causes]
    .map((key) => {
      const [scorecard = '', criterion = '', cause = ''] = JSON.parse(key) as readonly string[]
      const rated = named.filter(
        ({ review, lines }) =>
          review.scorecard.id === scorecard &&
          lines.some((line) => line.criterion === criterion && line.value !== null),
      )
      const share = shareFigure(rated.map((one) => ({ hit: one.named.has(key), weight: one.weight })))
      return { cause, criterion, share }
    })
    .sort((a, b) => (b.share.share ?? 0) - (a.share.share ?? 0) || (a.cause < b.cause ? -1 : 1))
}

// ── coverage ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** Per agent: chats of the scope in which a person wrote, and those of them somebody reviewed, picked or not. */
export function coverageOf(
  ports: ResultPorts,
  { scope }: Pick<AuditResultsQuery, 'scope'>,
): AuditResults['coverage'] {
  const reviewed = reviewedRows(ports)
  const written = candidatesIn(ports, scope).filter(({ wrote }) => wrote)
  return [...Map.groupBy(written, ({ agent }) => agent)]
    .map(([agent, chats]) => ({
      agent,
      conversations: chats.length,
      reviewed: chats.filter(({ slot }) => reviewed.has(slot)).length,
    }))
    .sort((a, b) => b.conversations - a.conversations || ((a.agent ?? '') < (b.agent ?? '') ? -1 : 1))
}
