/**
 * Which contacts have a piece of text in their name, id or phone number. Their texts are kept as bytes in blocks of
 * neighbouring rows: looking through half a million of them takes some milliseconds, and a change makes one block anew.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'

/** One text a row, end to end. */
interface Texts {
  readonly bytes: Buffer
  /** Where each row's text begins, and the end of the last. */
  readonly starts: Uint32Array
}
/** What a contact is found by. */
interface ContactText {
  readonly row: number
  readonly named: string
  readonly phone: string
}
/** Of neighbouring contacts: names with ids, and phone numbers without what only parts their digits. */
interface Block {
  readonly named: Texts
  readonly phones: Texts
}

const blockLength = 4096
/** Between texts, so that no piece is found across two of them. */
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
    return this.#blocks.reduce((sum, block) => sum + (block === undefined ? 0 : bytesOf(block)), 0)
  }

  /** Reads all texts, or what changed of them, in steps of a few milliseconds. */
  *read(): Generator<void> {
    for (let number = 0; number < this.#blockCount(); number += 1) {
      this.#readBlock(number)
      yield
    }
  }

  /** The texts of these contacts may have changed: blocks of those that did are read again as they are needed. */
  mend(rows: Iterable<number>): void {
    for (const row of new Set(rows)) {
      const number = Math.floor(row / blockLength)
      const held = this.#blocks[number]
      if (held !== undefined && (this.#stale.has(number) || this.#isAsHeld(held, row))) continue
      this.#stale.add(number)
      this.#answer = null
    }
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
    const [text, digits] = [Buffer.from(folded(piece.trim())), Buffer.from(digitsOf(piece))]
    for (const [number, { named, phones }] of blocks.entries()) {
      const ofBlock = rows.subarray(number * blockLength + 1)
      markHits(named, text, ofBlock)
      markHits(phones, digits, ofBlock)
    }
    this.#answer = { piece, rows }
    return rows
  }

  #isAsHeld({ named, phones }: Block, row: number): boolean {
    const [text] = this.#textsBetween(row, row + 1)
    const place = row % blockLength
    return (
      textAt(named, place).equals(Buffer.from((text?.named ?? '') + border)) &&
      textAt(phones, place).equals(Buffer.from((text?.phone ?? '') + border))
    )
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
    const named = Array.from({ length: blockLength }, () => '')
    const phones = [...named]
    for (const text of this.#textsBetween(first, first + blockLength)) {
      named[text.row - first] = text.named
      phones[text.row - first] = text.phone
    }
    const block = { named: joined(named), phones: joined(phones) }
    const held = this.#blocks[number]
    const changed = held === undefined ? [] : differences(held, block)
    if (changed.length > 0) this.#answer = null
    for (const place of changed) this.#changed.push(first + place)
    this.#blocks[number] = block
    this.#stale.delete(number)
    return block
  }

  #textsBetween(from: number, to: number): readonly ContactText[] {
    return rawSql<[number, string | null, string, string | null]>(
      this.#cache,
      'SELECT id, name, rid, phone FROM contacts WHERE id >= ? AND id < ?',
    )
      .all(from, to)
      .map(([row, name, rid, phone]) => ({
        row,
        named: folded(name ?? '') + border + folded(rid),
        phone: digitsOf(phone ?? ''),
      }))
  }
}

/** Places in the block whose texts are not the same in both. */
function differences(one: Block, other: Block): readonly number[] {
  return (['named', 'phones'] as const).flatMap((part) => {
    if (one[part].bytes.equals(other[part].bytes)) return []
    const places = Array.from({ length: blockLength }, (_, place) => place)
    return places.filter((place) => !textAt(one[part], place).equals(textAt(other[part], place)))
  })
}

function textAt({ bytes, starts }: Texts, place: number): Buffer {
  return bytes.subarray(starts[place], starts[place + 1])
}

function bytesOf({ named, phones }: Block): number {
  return [named, phones].reduce((sum, { bytes, starts }) => sum + bytes.length + starts.byteLength, 0)
}

function joined(texts: readonly string[]): Texts {
  const starts = new Uint32Array(texts.length + 1)
  const encoded = texts.map((text) => Buffer.from(text + border))
  let end = 0
  for (const [index, { length }] of encoded.entries()) starts[index + 1] = end += length
  return { bytes: Buffer.concat(encoded), starts }
}

/** Marks every row whose text has the piece in it; an empty piece is in none. */
function markHits({ bytes, starts }: Texts, piece: Buffer, rows: Uint8Array): void {
  if (piece.length === 0) return
  let row = 0
  for (let at = bytes.indexOf(piece); at >= 0; at = bytes.indexOf(piece, starts[row])) {
    while ((starts[row + 1] ?? Infinity) <= at) row += 1
    rows[row] = 1
    row += 1
    if (row >= starts.length - 1) return
  }
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
