/**
 * Files of audits are read into this workspace. Reading one twice, or several in any order, ends in the same; where a review
 * was changed here and there, nothing is overwritten: it waits for a choice.
 */
import type { MergeRequest, MergeResult, Rating, ReviewChange } from '../../shared/audits.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { scoreOf } from '../../shared/scoring.ts'
import { value } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import {
  bringChats,
  bringSamples,
  bringScorecards,
  checkScorecards,
  newPlaces,
  type BringPorts,
} from './bringQueue.ts'
import { findChat } from './chats.ts'
import { hereOf, type ChatHere } from './homes.ts'
import { workspaceIdentity } from './identity.ts'
import { differences } from './reviewChanges.ts'
import { createReviewRows } from './reviewRows.ts'
import { checkContent } from './reviewRules.ts'
import { addChange, findReview, nextMoment, putReview, type StoredReview } from './reviewStore.ts'
import type { ReviewPorts } from './reviews.ts'
import { findScorecard } from './scorecards.ts'
import { damaged, readTravelText, type Home, type TravelFile, type TravellingReview } from './travelFormat.ts'
import { arrived, compareReviews, joined, stateName, travelling } from './travellingReviews.ts'

export type MergePorts = ReviewPorts & BringPorts

/** A review of the file beside the one here. */
interface Pair {
  readonly theirs: TravellingReview
  /** As it would be kept here. */
  readonly arriving: StoredReview
  readonly mine: StoredReview | null
  readonly outcome: 'added' | 'same' | 'older' | 'updated' | 'conflict'
}

/**
 * Reads a file's text: a queue adds its chats, scorecards and places, reviews are added or brought up to date. Throws a
 * `StoreFailure` (`invalid`, `damaged`, `newer`) for a file that cannot be read or is of another workspace; nothing is
 * changed then. With `dry` nothing ever is.
 */
export function mergeReviews(ports: MergePorts, request: MergeRequest): MergeResult {
  const { workspaceDb, cache } = ports
  const file = readTravelText(request.file)
  const workspace = workspaceIdentity(workspaceDb, cache).id
  checkScorecards(workspaceDb, file.scorecards)
  refuseForeign(ports, workspace, file)
  // A first look at every review: one that cannot be read is found before anything is brought.
  pairUp(ports, workspace, file)
  if (!request.dry) bringChats(ports, workspace, file.chats)
  const run = workspaceDb.transaction(() => {
    const samples = newPlaces(workspaceDb, file.samples)
    if (!request.dry) {
      bringScorecards(workspaceDb, file.scorecards)
      bringSamples(ports, workspace, samples)
    }
    const pairs = pairUp(ports, workspace, file)
    if (!request.dry) for (const pair of pairs) settle(ports, pair, request.choices)
    return resultOf(ports, file, samples, pairs, request)
  })
  return run.immediate()
}

/** Reviews that are all of chats that never were here come from a queue of another workspace. */
function refuseForeign(ports: MergePorts, workspace: string, file: TravelFile): void {
  if (file.kind !== 'reviews' || file.reviews.length === 0) return
  if (file.reviews.some(({ home }) => knownHere(ports, workspace, home) !== null)) return
  const { name } = file.workspace
  throw name === ''
    ? storeFailed('invalid', 'together.foreign')
    : storeFailed('invalid', 'together.foreignFrom', { workspace: name.slice(0, 80) })
}

/** A chat of the file as it is kept here; null: it never was here. An erased one is known by what was made of it. */
function knownHere({ cache, workspaceDb }: MergePorts, workspace: string, home: Home): ChatHere | null {
  const here = hereOf(workspaceDb, workspace, home)
  if (here === null || home.workspace !== workspace) return here
  const { source, conversation } = here
  const made = `SELECT 1 FROM sample_items WHERE source = ? AND conversation = ?
    UNION SELECT 1 FROM reviews WHERE source = ? AND conversation = ?`
  const known =
    findChat(cache, source, conversation) !== null ||
    value(workspaceDb, made, source, conversation, source, conversation) !== undefined
  return known ? here : null
}

function pairUp(ports: MergePorts, workspace: string, file: TravelFile): readonly Pair[] {
  return file.reviews.flatMap((theirs) => {
    const here = knownHere(ports, workspace, theirs.home) ?? willCome(file, theirs.home)
    return here === null ? [] : pairOf(ports, file, theirs, here)
  })
}

/** Before a file is read in earnest its chats are nowhere yet. */
function willCome(file: TravelFile, home: Home): ChatHere | null {
  const comes = file.chats.some(
    ({ home: one }) => one.source === home.source && one.conversation === home.conversation,
  )
  return comes ? { source: home.source, conversation: home.conversation } : null
}

function pairOf(ports: MergePorts, file: TravelFile, theirs: TravellingReview, here: ChatHere): Pair {
  const { cache, workspaceDb } = ports
  const mine = findReview(workspaceDb, theirs.id)
  if (mine !== null && (mine.source !== here.source || mine.conversation !== here.conversation))
    throw damaged()
  const arriving = arrived(cache, theirs, here, scoreHere(ports, file, theirs))
  if (mine === null) return { theirs, arriving, mine, outcome: 'added' }
  const outcome = compareReviews(travelling(mine, theirs.home, []), theirs)
  return { theirs, arriving, mine, outcome }
}

/** What the ratings give by the scorecard that is here or in the file. Throws `damaged` where they do not fit it. */
function scoreHere(
  { cache, workspaceDb }: MergePorts,
  file: TravelFile,
  review: TravellingReview,
): number | null {
  const { id, version } = review.scorecard
  const sections =
    findScorecard(workspaceDb, id, version)?.sections ??
    file.scorecards.find((card) => card.id === id && card.version === version)?.sections
  if (sections === undefined) throw damaged()
  try {
    checkContent({ cache, chat: null, sections }, review.content)
  } catch (error) {
    throw damaged(error)
  }
  return review.submittedAt === null ? null : scoreOf(sections, review.content.ratings).value
}

// ── what becomes of a pair ───────────────────────────────────────────────────────────────────────────────────────

function settle(
  ports: MergePorts,
  { theirs, arriving, mine, outcome }: Pair,
  choices: MergeRequest['choices'],
): void {
  const { workspaceDb } = ports
  if (mine === null || outcome === 'updated') {
    putReview(workspaceDb, { ...arriving, lineage: joined(mine?.lineage ?? [], theirs.lineage) })
    addHistory(ports, theirs.id, theirs.history)
  } else if (outcome === 'same' || outcome === 'older') {
    const changedAt = outcome === 'same' ? Math.max(mine.changedAt, theirs.changedAt) : mine.changedAt
    putReview(workspaceDb, { ...mine, changedAt, lineage: joined(mine.lineage, theirs.lineage) })
    addHistory(ports, theirs.id, theirs.history)
  } else if (Object.hasOwn(choices, theirs.id)) {
    choose(ports, mine, theirs, arriving, choices[theirs.id] ?? 'mine')
  }
}

/** A conflict is over once somebody chose; the history says what, and both sides know the other’s state from then on. */
function choose(
  ports: MergePorts,
  mine: StoredReview,
  theirs: TravellingReview,
  arriving: StoredReview,
  choice: MergeRequest['choices'][string],
): void {
  const { workspaceDb } = ports
  const both = joined(travelling(mine, theirs.home, []).lineage, theirs.lineage)
  switch (choice) {
    case 'mine':
      putReview(workspaceDb, { ...mine, lineage: both })
      return tellMerge(ports, mine, mine, choice)
    case 'theirs':
      putReview(workspaceDb, { ...arriving, lineage: both })
      addHistory(ports, mine.id, theirs.history)
      return tellMerge(ports, mine, arriving, choice)
    case 'both': {
      // The other is no place of a sample: a place has one review.
      const other = { ...arriving, id: `${mine.id}~${stateName(theirs).slice(0, 8)}`, sample: null }
      putReview(workspaceDb, { ...mine, lineage: both })
      putReview(workspaceDb, { ...other, lineage: [] })
      addHistory(ports, other.id, theirs.history)
      return tellMerge(ports, mine, mine, choice)
    }
    default:
      return assertNever(choice)
  }
}

function tellMerge(
  { workspaceDb, now }: MergePorts,
  before: StoredReview,
  after: StoredReview,
  choice: string,
): void {
  const ratings = (review: StoredReview): readonly Rating[] => review.content.ratings
  addChange(workspaceDb, after.id, {
    at: nextMoment(workspaceDb, after.id, now()),
    by: after.reviewer,
    what: 'merged',
    score: after.score,
    changes: differences(ratings(before), ratings(after)),
    comment: choice,
  })
}

function addHistory({ workspaceDb }: MergePorts, review: string, history: readonly ReviewChange[]): void {
  for (const entry of history) addChange(workspaceDb, review, entry)
}

// ── what is told of it ───────────────────────────────────────────────────────────────────────────────────────────

function resultOf(
  ports: MergePorts,
  file: TravelFile,
  samples: TravelFile['samples'],
  pairs: readonly Pair[],
  request: MergeRequest,
): MergeResult {
  const rowOf = createReviewRows(ports)
  const places = file.samples.flatMap((sample) => sample.items).length
  const added = samples.flatMap((sample) => sample.items).length
  const chosen = (choice: string) =>
    pairs.filter((pair) => pair.outcome === 'conflict' && choiceOf(request, pair) === choice).length
  const outcomes = (...wanted: readonly Pair['outcome'][]) =>
    pairs.filter((pair) => wanted.includes(pair.outcome)).length
  // Drafts that come with a queue are told by their places.
  const told = file.kind === 'queue' ? 0 : 1
  return {
    from: file.reviewer,
    madeAt: file.madeAt,
    added: added + told * outcomes('added') + chosen('both'),
    same: places - added + told * outcomes('same', 'older') + chosen('mine'),
    updated: outcomes('updated') + chosen('theirs'),
    conflicts: pairs
      .filter((pair) => pair.outcome === 'conflict' && choiceOf(request, pair) === null)
      .flatMap(({ mine, arriving }) =>
        mine === null
          ? []
          : {
              review: mine.id,
              conversation: rowOf(mine).conversation,
              mine: rowOf(mine),
              theirs: rowOf(arriving),
            },
      ),
    missing: file.reviews.length - pairs.length,
  }
}

/** A dry look shows every conflict, whatever was chosen. */
function choiceOf({ dry, choices }: MergeRequest, { theirs }: Pair): string | null {
  return !dry && Object.hasOwn(choices, theirs.id) ? (choices[theirs.id] ?? null) : null
}
