import { createSampleSource } from '../../../../src/main/sources/sample/sample.ts'
import type { SampleConfig } from '../../../../src/main/sources/sample/sample.ts'
import type { Page, Stream } from '../../../../src/main/sources/source.ts'
import type { RecordKind, RecordOf, SourceRecord } from '../../../../src/shared/records.ts'

/** A Friday afternoon in Berlin. */
export const friday = Date.parse('2026-11-20T15:12:00+01:00')
export const hour = 3_600_000
export const day = 24 * hour

/** A stream of a fresh source whose clock stands at `now`. */
export function streamOf(
  name: 'tail' | 'backfill',
  config: Partial<SampleConfig>,
  now: () => number,
): Stream {
  const fetch = (): never => {
    throw new Error('the sample needs no network')
  }
  const source = createSampleSource({ seed: 7, until: friday, live: false, ...config }, { now, fetch })
  const stream = source.streams.find((one) => one.name === name)
  if (stream === undefined) throw new Error(`no stream ${name}`)
  return stream
}

/** Every page a stream gives until it says there is no more. */
export async function drain(stream: Stream, from: string | null = null): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let cursor = from; ;) {
    const page = await stream.pull(cursor, new AbortController().signal)
    pages.push(page)
    cursor = page.cursor
    if (!page.more) return pages
  }
}

/** Everything of a finished life: the tail's first page and the whole backfill. */
export async function wholeLife(config: Partial<SampleConfig> = {}): Promise<readonly SourceRecord[]> {
  const now = (): number => config.until ?? friday
  const pages = [
    ...(await drain(streamOf('tail', config, now))),
    ...(await drain(streamOf('backfill', config, now))),
  ]
  return pages.flatMap((page) => page.records)
}

export function ofKind<K extends RecordKind>(
  records: readonly SourceRecord[],
  kind: K,
): readonly RecordOf<K>[] {
  return records.filter((record) => record.kind === kind) as unknown as readonly RecordOf<K>[]
}

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The records as lines in a fixed order, to compare two ways of reading the same life. */
export function lines(records: readonly SourceRecord[]): readonly string[] {
  return records.map((record) => JSON.stringify(record)).sort()
}
