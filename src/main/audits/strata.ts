/** What a sample is balanced over: which stratum a conversation belongs to, and how many each stratum gives. */
import { sum } from 'simple-statistics'
import { assertNever } from '../../shared/assertNever.ts'
import type { SampleRecipe, StrataDimension, Stratum } from '../../shared/audits.ts'
import { sentimentBits } from '../metrics/bits.ts'
import { timeBuckets } from '../metrics/buckets.ts'
import type { Candidate, CandidatePorts } from './candidates.ts'
import { everAll, scanRows } from './scan.ts'

export type StratumKey = Stratum['key']

// ── which stratum ────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * The stratum of each candidate along some dimensions. `hour` is the local hour of its first message in the period;
 * sentiment and language are the customer's, null where they could not be told.
 */
export function stratumOf(
  ports: CandidatePorts,
  { scope, strata }: Pick<SampleRecipe, 'scope' | 'strata'>,
): (candidate: Candidate) => StratumKey {
  const parts = [...new Set(strata)].map((dimension) => [dimension, keyOf(ports, scope, dimension)] as const)
  return (candidate) => Object.fromEntries(parts.map(([dimension, key]) => [dimension, key(candidate)]))
}

function keyOf(
  ports: CandidatePorts,
  { from, to, zone }: SampleRecipe['scope'],
  dimension: StrataDimension,
): (candidate: Candidate) => string | null {
  const { slots } = ports.columns()
  const dictionary = ports.dictionary()
  switch (dimension) {
    case 'agent':
      return ({ agent }) => agent
    case 'category': {
      const names = new Map(dictionary.categories.map(({ row, name }) => [row, name]))
      return ({ slot }) => names.get(slots.columns.category[slot] ?? 0) ?? null
    }
    case 'channel': {
      const names = new Map(dictionary.channels.map(({ row, id }) => [row, id]))
      return ({ slot }) => names.get(slots.columns.channel[slot] ?? 0) ?? null
    }
    case 'hour': {
      const hours = timeBuckets('hour', from, to, zone)
      return ({ at }) => hours.keys[hours.codeAt(at)] ?? null
    }
    case 'sentiment': {
      const sentiments = sentimentsOf(ports)
      return ({ slot }) => sentiments.get(slot) ?? null
    }
    case 'language': {
      const languages = languagesOf(ports)
      return ({ slot }) => languages.get(slot) ?? null
    }
    default:
      return assertNever(dimension)
  }
}

/** By conversation; those that were not scored are not in it. */
function sentimentsOf(ports: CandidatePorts): ReadonlyMap<number, string> {
  const columns = ports.columns()
  const stream = columns.streams.sentiments
  const names = Object.entries(sentimentBits)
  const found = new Map<number, string>()
  scanRows(columns, 'sentiments', everAll, (slot, _cell, kind) => {
    const name = names.find(([, bit]) => (stream.bitsOf(kind) & bit) !== 0)?.[0]
    if (name !== undefined) found.set(slot, name)
  })
  return found
}

/** Language codes by conversation; those whose language is not known are not in it. */
function languagesOf(ports: CandidatePorts): ReadonlyMap<number, string> {
  const columns = ports.columns()
  const stream = columns.streams.sentiments
  const texts = new Map((ports.dictionary().words ?? []).map(({ row, text }) => [row, text]))
  const found = new Map<number, string>()
  scanRows(columns, 'sentiments', everAll, (slot, _cell, kind) => {
    const text = texts.get(stream.wordOf(kind))
    if (text !== undefined) found.set(slot, text)
  })
  return found
}

// ── how many of each ─────────────────────────────────────────────────────────────────────────────────────────────

/**
 * How many each stratum gives of `size`; `candidates` are its conversations. Never more than there are, at least one where
 * `size` allows. `every`: as many of each, what small strata lack is made up by the others. `proportional`: by largest
 * remainders, those whose share is below one giving one.
 */
export function allocate(
  candidates: readonly number[],
  size: number,
  allocation: SampleRecipe['allocation'],
): readonly number[] {
  const wanted = Math.min(size, sum([...candidates]))
  return allocation === 'every' ? evenly(candidates, wanted) : proportionally(candidates, wanted)
}

function evenly(candidates: readonly number[], size: number): readonly number[] {
  const smallestFirst = [...candidates.keys()].sort((a, b) => (candidates[a] ?? 0) - (candidates[b] ?? 0))
  const given = candidates.map(() => 0)
  let left = size
  for (const [done, stratum] of smallestFirst.entries()) {
    const share = Math.floor(left / (candidates.length - done))
    given[stratum] = Math.min(candidates[stratum] ?? 0, share)
    left -= given[stratum]
  }
  return given
}

function proportionally(candidates: readonly number[], size: number): readonly number[] {
  const small = new Set<number>()
  let shares = sharesOf(candidates, small, size)
  // Where there is not one for each, the largest get theirs.
  if (size >= candidates.filter((count) => count > 0).length)
    for (let before = -1; before < small.size;) {
      before = small.size
      for (const [stratum, share] of shares.entries()) if (share > 0 && share < 1) small.add(stratum)
      shares = sharesOf(candidates, small, size)
    }
  const given = shares.map(Math.floor)
  const byRemainder = [...shares.keys()].sort((a, b) => remainder(shares[b]) - remainder(shares[a]) || a - b)
  for (const stratum of byRemainder.slice(0, size - sum(given))) given[stratum] = (given[stratum] ?? 0) + 1
  return given
}

/** What each stratum would give in fractions; the small ones one each. */
function sharesOf(
  candidates: readonly number[],
  small: ReadonlySet<number>,
  size: number,
): readonly number[] {
  const others = sum(candidates.map((count, stratum) => (small.has(stratum) ? 0 : count)))
  return candidates.map((count, stratum) =>
    small.has(stratum) ? 1 : others === 0 ? 0 : (count * (size - small.size)) / others,
  )
}

function remainder(share = 0): number {
  return share - Math.floor(share)
}
