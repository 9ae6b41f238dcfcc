/** Numbers and texts as bytes: whole numbers of variable length, exact decimals, UTF-8. Nothing here knows what they mean. */

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const scratch = new DataView(new ArrayBuffer(8))

export class ByteWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  /** A copy of what was written; the writer is empty again. */
  take(): Uint8Array {
    const result = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return result
  }

  /** A whole number 0…2^53-1. */
  unsigned(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#reserve(8)
    let rest = value
    // Whole 32-bit numbers divide much faster, and most are that small.
    while (rest > 0x7fffffff) {
      this.#bytes[this.#length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  /** A whole number between -2^52 and 2^52. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2)
  }

  /** Any number, exactly: thousandths (seconds counted in milliseconds) take few bytes, others nine. */
  decimal(value: number): void {
    const thousandths = Math.round(value * 1000)
    if (Math.abs(thousandths) < 2 ** 50 && thousandths / 1000 === value && !Object.is(value, -0)) {
      this.unsigned(thousandths < 0 ? -thousandths * 4 + 2 : thousandths * 4)
      return
    }
    this.unsigned(1)
    this.#reserve(8)
    scratch.setFloat64(0, value)
    for (let index = 0; index < 8; index++) this.#bytes[this.#length++] = scratch.getUint8(index)
  }

  text(value: string): void {
    if (value.length < 64 && this.#ascii(value)) return
    const bytes = encoder.encode(value)
    this.unsigned(bytes.length)
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Short texts are mostly plain: a loop takes a fraction of the encoder's time. Nothing is written where one is not. */
  #ascii(value: string): boolean {
    this.#reserve(value.length + 1)
    const start = this.#length
    this.#bytes[this.#length++] = value.length
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index)
      if (code > 127) {
        this.#length = start
        return false
      }
      this.#bytes[this.#length++] = code
    }
    return true
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array((this.#length + more) * 2)
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
  }
}

/** Reads what a ByteWriter wrote. @throws RangeError where the bytes end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get finished(): boolean {
    return this.#position === this.#bytes.length
  }

  /** Passes over so many whole numbers. */
  skip(numbers: number): void {
    const bytes = this.#bytes
    let position = this.#position
    for (let left = numbers; left > 0; position += 1) {
      const byte = bytes[position]
      if (byte === undefined) throw tooShort()
      if (byte < 128) left -= 1
    }
    this.#position = position
  }

  unsigned(): number {
    let byte = this.#next()
    if (byte < 128) return byte
    let value = byte - 128
    let factor = 128
    do {
      byte = this.#next()
      value += (byte & 127) * factor
      factor *= 128
    } while (byte >= 128)
    return value
  }

  /** Passes over a decimal. */
  skipDecimal(): void {
    if (this.unsigned() === 1) this.#pass(8)
  }

  /** Passes over a text. */
  skipText(): void {
    this.#pass(this.unsigned())
  }

  signed(): number {
    const value = this.unsigned()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }

  decimal(): number {
    const value = this.unsigned()
    if (value === 1) {
      for (let index = 0; index < 8; index++) scratch.setUint8(index, this.#next())
      return scratch.getFloat64(0)
    }
    return value % 4 === 2 ? -((value - 2) / 4) / 1000 : value / 4 / 1000
  }

  text(): string {
    const length = this.unsigned()
    const end = this.#position + length
    if (end > this.#bytes.length) throw tooShort()
    const value = decoder.decode(this.#bytes.subarray(this.#position, end))
    this.#position = end
    return value
  }

  #pass(bytes: number): void {
    this.#position += bytes
    if (this.#position > this.#bytes.length) throw tooShort()
  }

  #next(): number {
    const byte = this.#bytes[this.#position++]
    if (byte === undefined) throw tooShort()
    return byte
  }
}

function tooShort(): RangeError {
  return new RangeError('The packed facts end too early.')
}
