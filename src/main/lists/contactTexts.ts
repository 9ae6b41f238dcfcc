/**
 * Which contacts have a piece of text in their name, id or phone number. Their texts are kept as bytes in blocks of
 * neighbouring rows: looking through half a million of them takes some milliseconds, and a change makes one block anew.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'

interface Block {
  readonly bytes: Buffer
  /** Where each row's text begins, and the end of the last. */
  readonly starts: Uint32Array
}

const blockLength = 4096
/** Between name, id and phone, so that no piece is found across two of them. */
const border = '\n'

export class ContactTexts {
  readonly #cache: ReadableDb
  readonly #blocks: (Block | undefined)[] = []
  /** Numbers of blocks that may no longer be what the cache has. */
  readonly #stale = new Set<number>()
  /** Rows whose texts were others when they were read again. */
  #changed: number[] = []
  #answer: { readonly piece: string; readonly rows: Uint8Array } | null = null

  constructor(cache: ReadableDb) {
    this.#cache = cache
  }

  get bytes(): number {
    return this.#blocks.reduce((sum, block) => sum + (block?.bytes.length ?? 0) + blockLength * 4, 0)
  }

  /** Reads all texts, or what changed of them, in steps of a few milliseconds. */
  *read(): Generator<void> {
    for (let number = 0; number < this.#blockCount(); number += 1) {
      this.#readBlock(number)
      yield
    }
  }

  /** The texts of these contacts may have changed: they are read again as they are needed. */
  mend(rows: Iterable<number>): void {
    this.#answer = null
    for (const row of rows) this.#stale.add(Math.floor(row / blockLength))
  }

  /** Rows that turned out to have changed since this was last asked. */
  takeChanged(): readonly number[] {
    const changed = this.#changed
    this.#changed = []
    return changed
  }

  /** 1 at the place of each contact that has the piece, rows counted from -1. */
  with(piece: string): Uint8Array {
    if (this.#answer?.piece === piece) return this.#answer.rows
    const blocks = Array.from({ length: this.#blockCount() }, (_, number) => this.#blockAt(number))
    const rows = new Uint8Array(blocks.length * blockLength + 1)
    for (const needle of needlesOf(piece))
      for (const [number, block] of blocks.entries())
        markHits(block, needle, rows.subarray(number * blockLength + 1))
    this.#answer = { piece, rows }
    return rows
  }

  #blockCount(): number {
    const last = rawSql<[number | null]>(this.#cache, 'SELECT max(id) FROM contacts').get()?.[0] ?? -1
    return Math.floor(last / blockLength) + 1
  }

  #blockAt(number: number): Block {
    const held = this.#blocks[number]
    return held === undefined || this.#stale.has(number) ? this.#readBlock(number) : held
  }

  #readBlock(number: number): Block {
    const first = number * blockLength
    const texts = Array.from({ length: blockLength }, () => '')
    for (const [row, ...parts] of rawSql<[number, string | null, string, string | null]>(
      this.#cache,
      'SELECT id, name, rid, phone FROM contacts WHERE id >= ? AND id < ?',
    ).iterate(first, first + blockLength))
      texts[row - first] = textOf(...parts)
    const block = blockOf(texts)
    const held = this.#blocks[number]
    if (held !== undefined && !held.bytes.equals(block.bytes)) {
      this.#answer = null
      for (const place of differences(held, block)) this.#changed.push(first + place)
    }
    this.#blocks[number] = block
    this.#stale.delete(number)
    return block
  }
}

function differences(one: Block, other: Block): readonly number[] {
  const places = Array.from({ length: blockLength }, (_, place) => place)
  return places.filter((place) => !textAt(one, place).equals(textAt(other, place)))
}

function textAt({ bytes, starts }: Block, place: number): Buffer {
  return bytes.subarray(starts[place], starts[place + 1])
}

function textOf(name: string | null, rid: string, phone: string | null): string {
  return [folded(name ?? ''), folded(rid), digitsOf(phone ?? '')].join(border)
}

function blockOf(texts: readonly string[]): Block {
  const starts = new Uint32Array(texts.length + 1)
  const encoded = texts.map((text) => Buffer.from(text + border))
  let end = 0
  for (const [index, { length }] of encoded.entries()) starts[index + 1] = end += length
  return { bytes: Buffer.concat(encoded), starts }
}

function markHits({ bytes, starts }: Block, needle: Buffer, rows: Uint8Array): void {
  let row = 0
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, starts[row])) {
    // The next texts are mostly near: the rows between two hits are walked once in all.
    while ((starts[row + 1] ?? Infinity) <= at) row += 1
    rows[row] = 1
    row += 1
    if (row >= starts.length - 1) return
  }
}

/** What the piece looks like in a name or id, and in a phone number. */
function needlesOf(piece: string): readonly Buffer[] {
  const text = folded(piece.trim())
  const number = digitsOf(piece)
  return [...new Set([text, number])].filter((needle) => needle !== '').map((needle) => Buffer.from(needle))
}

/** Case and accents make no difference. */
function folded(text: string): string {
  const lower = text.toLowerCase().replaceAll(border, ' ')
  return isPlain.test(lower) ? lower : lower.normalize('NFKD').replaceAll(accents, '')
}

const isPlain = /^[\0-\x7f]*$/
const accents = /[\u0300-\u036f]/g

function digitsOf(phone: string): string {
  return phone.toLowerCase().replaceAll(/[\s()/.-]/g, '')
}
