/** Numbers combinations of whole numbers in the order they are met; equal ones get the same number. */
export class Tuples {
  readonly width: number
  #values: Int32Array
  /** Open addressing: a place holds a tuple's number + 1, 0 for none. Its length is a power of two. */
  #places = new Int32Array(64)
  #size = 0
  readonly #largest: Int32Array

  /** `values`: tuples numbered before, one after another. */
  constructor(width: number, values: Int32Array = new Int32Array(0)) {
    this.width = width
    this.#values = new Int32Array(width * 32)
    this.#largest = new Int32Array(width)
    const tuple = new Int32Array(width)
    for (let start = 0; start < values.length; start += width) {
      tuple.set(values.subarray(start, start + width))
      this.numberOf(tuple)
    }
  }

  get size(): number {
    return this.#size
  }

  /** All tuples, one after another; stale after the next new one. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.#size * this.width)
  }

  /** One field of a tuple. */
  field(number: number, field: number): number {
    return this.#values[number * this.width + field] ?? 0
  }

  /** The largest number any tuple has in a field; 0 where all are smaller. */
  largest(field: number): number {
    return this.#largest[field] ?? 0
  }

  /** The number of a tuple, the next one where it is new. */
  numberOf(tuple: ArrayLike<number>): number {
    const mask = this.#places.length - 1
    let place = hashOf(tuple, this.width) & mask
    for (;;) {
      const held = this.#places[place] ?? 0
      if (held === 0) return this.#add(tuple, place)
      if (this.#equals(held - 1, tuple)) return held - 1
      place = (place + 1) & mask
    }
  }

  #equals(number: number, tuple: ArrayLike<number>): boolean {
    const start = number * this.width
    for (let field = 0; field < this.width; field++)
      if (this.#values[start + field] !== tuple[field]) return false
    return true
  }

  #add(tuple: ArrayLike<number>, place: number): number {
    const number = this.#size
    const start = number * this.width
    if (start === this.#values.length) {
      const grown = new Int32Array(start * 2)
      grown.set(this.#values)
      this.#values = grown
    }
    for (let field = 0; field < this.width; field++) {
      const value = tuple[field] ?? 0
      this.#values[start + field] = value
      if (value > (this.#largest[field] ?? 0)) this.#largest[field] = value
    }
    this.#size = number + 1
    this.#places[place] = number + 1
    if (this.#size * 2 > this.#places.length) this.#spread()
    return number
  }

  #spread(): void {
    const places = new Int32Array(this.#places.length * 2)
    const mask = places.length - 1
    for (let number = 0; number < this.#size; number++) {
      const tuple = this.#values.subarray(number * this.width, (number + 1) * this.width)
      let place = hashOf(tuple, this.width) & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = number + 1
    }
    this.#places = places
  }
}

function hashOf(tuple: ArrayLike<number>, width: number): number {
  let hash = 0
  for (let field = 0; field < width; field++) {
    hash = Math.imul(hash ^ (tuple[field] ?? 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}
