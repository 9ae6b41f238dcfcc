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
  #blocks: (Block | undefined)[] = []
  #answer: { readonly piece: string; readonly rows: Uint8Array } | null = null

  constructor(cache: ReadableDb) {
    this.#cache = cache
  }

  get bytes(): number {
    return this.#blocks.reduce((sum, block) => sum + (block?.bytes.length ?? 0) + blockLength * 4, 0)
  }

  /** Reads all texts, in steps of a few milliseconds. */
  *build(): Generator<void> {
    this.#extend()
    for (const [number, block] of this.#blocks.entries()) {
      if (block !== undefined) continue
      this.#blockAt(number)
      yield
    }
  }

  /** The texts of these contacts are read anew as they are needed. */
  mend(rows: Iterable<number>): void {
    this.#answer = null
    for (const row of rows) this.#blocks[Math.floor(row / blockLength)] = undefined
  }

  /** 1 at the place of each contact that has the piece, rows counted from -1. */
  with(piece: string): Uint8Array {
    if (this.#answer?.piece === piece) return this.#answer.rows
    this.#extend()
    const rows = new Uint8Array(this.#blocks.length * blockLength + 1)
    for (const needle of needlesOf(piece))
      for (let number = 0; number < this.#blocks.length; number += 1)
        markHits(this.#blockAt(number), needle, rows.subarray(number * blockLength + 1))
    this.#answer = { piece, rows }
    return rows
  }

  #extend(): void {
    const most = rawSql<[number | null]>(this.#cache, 'SELECT max(id) FROM contacts').get()?.[0] ?? -1
    const needed = Math.floor(most / blockLength) + 1
    while (this.#blocks.length < needed) this.#blocks.push(undefined)
  }

  #blockAt(number: number): Block {
    const known = this.#blocks[number]
    if (known !== undefined) return known
    const first = number * blockLength
    const texts = Array.from({ length: blockLength }, () => '')
    for (const [row, ...parts] of rawSql<[number, string | null, string, string | null]>(
      this.#cache,
      'SELECT id, name, rid, phone FROM contacts WHERE id >= ? AND id < ?',
    ).iterate(first, first + blockLength))
      texts[row - first] = textOf(...parts)
    const block = blockOf(texts)
    this.#blocks[number] = block
    return block
  }
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
