/** XML as UTF-8, written into one block that is used again and again: as strings it would be millions of short ones. */
import { escaped, longestText } from './xml.ts'

const firstBytes = 1 << 17
/** By character: ASCII that needs no marks in XML. */
const plain = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code >= 0x20 && code < 0x7f && !'<>&"_'.includes(String.fromCodePoint(code))),
)

/** Markup to be written often. */
export function markup(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

export class XmlBytes {
  #bytes = Buffer.allocUnsafeSlow(firstBytes)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Adds markup as it is. */
  add(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    const [into, at] = [this.#bytes, this.#length]
    // A few bytes each: calling out of JavaScript costs more.
    for (let index = 0; index < bytes.length; index++) into[at + index] = bytes[index] ?? 0
    this.#length = at + bytes.length
  }

  addNumber(value: number): void {
    if (!this.#addPlain(String(value))) throw new RangeError(`${value} is no number a cell can hold.`)
  }

  /** Adds text between tags, marked as XML needs it. */
  addText(text: string): void {
    if (text.length <= longestText && this.#addPlain(text)) return
    const bytes = Buffer.from(escaped(text))
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written since the last time; it stays as it is until something is added. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return taken
  }

  /** Adds it whole or not at all; false: it needs marks, or more than a byte a character. */
  #addPlain(text: string): boolean {
    this.#reserve(text.length)
    const [into, at] = [this.#bytes, this.#length]
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (plain[code] !== 1) return false
      into[at + index] = code
    }
    this.#length = at + text.length
    return true
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
