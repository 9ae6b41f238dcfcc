/** Small grey pictures of printed pages: made of a PDF, kept as PNG, compared. Sixteen greys are enough to see a page by. */
import { execFileSync } from 'node:child_process'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A byte a pixel, 0 black … 15 white, row by row. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly greys: Uint8Array
}

const white = 15
const visible = white / 5
const between = 4

/** The pages of a PDF side by side. Needs pdftoppm of poppler. */
export function pictureOf(pdf: Uint8Array, dotsPerInch: number): GreyPicture {
  const pages: GreyPicture[] = []
  const made = execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), '-'], {
    input: pdf,
    maxBuffer: 256 * 2 ** 20,
  })
  for (let place = 0; place < made.length;) {
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(
      made.subarray(place, place + 40).toString('latin1'),
    )!
    const from = place + head.length
    place = from + Number(width) * Number(height)
    pages.push({
      width: Number(width),
      height: Number(height),
      greys: Uint8Array.from(made.subarray(from, place), (grey) => grey >> 4),
    })
  }
  return sideBySide(pages)
}

function sideBySide(pages: readonly GreyPicture[]): GreyPicture {
  const width = pages.reduce((sum, page) => sum + page.width + between, -between)
  const height = Math.max(...pages.map((page) => page.height))
  const greys = new Uint8Array(width * height).fill(white >> 1)
  let left = 0
  for (const page of pages) {
    for (let row = 0; row < page.height; row += 1)
      greys.set(page.greys.subarray(row * page.width, (row + 1) * page.width), row * width + left)
    left += page.width + between
  }
  return { width, height, greys }
}

/** How many pixels differ by more than a fifth of the greys once both are blurred; all of them for pictures of another size. */
export function difference(one: GreyPicture, other: GreyPicture): number {
  if (one.width !== other.width || one.height !== other.height) return one.greys.length
  const [a, b] = [blurred(one), blurred(other)]
  return a.filter((grey, place) => Math.abs(grey - b[place]!) > visible).length
}

/** Where two pictures differ is black, the rest a pale copy of the first. */
export function differencePicture(one: GreyPicture, other: GreyPicture): GreyPicture {
  if (one.width !== other.width || one.height !== other.height) return sideBySide([one, other])
  const [a, b] = [blurred(one), blurred(other)]
  const greys = one.greys.map((grey, place) =>
    Math.abs(a[place]! - b[place]!) > visible ? 0 : 10 + Math.floor(grey / 3),
  )
  return { ...one, greys }
}

/** Each pixel with its eight neighbours: a letter that moved by less than a pixel is where it was. */
function blurred({ width, height, greys }: GreyPicture): Float32Array {
  const means = new Float32Array(greys.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      let count = 0
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          sum += greys[row * width + column]!
          count += 1
        }
      means[y * width + x] = sum / count
    }
  return means
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** As PNG: four bits a pixel, rows as they are. */
export function asPng({ width, height, greys }: GreyPicture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 4
  const bytes = Math.ceil(width / 2)
  const rows = Buffer.alloc((bytes + 1) * height)
  greys.forEach((grey, place) => {
    const [x, y] = [place % width, Math.floor(place / width)]
    rows[y * (bytes + 1) + 1 + (x >> 1)]! |= x % 2 === 0 ? grey << 4 : grey
  })
  const chunks = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...chunks])
}

function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32BE(data.length, 0)
  sizes.writeUInt32BE(crc32(content), 4)
  return Buffer.concat([sizes.subarray(0, 4), content, sizes.subarray(4)])
}

/** Reads what `asPng` wrote. Throws for a picture of another making. */
export function fromPng(png: Buffer): GreyPicture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const size = png.readUInt32BE(33)
  const bytes = Math.ceil(width / 2)
  const rows = inflateSync(png.subarray(41, 41 + size))
  if (png[24] !== 4 || rows.length !== (bytes + 1) * height)
    throw new Error('The approved picture was not written by these tests: approve it anew.')
  const greys = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const byte = rows[y * (bytes + 1) + 1 + (x >> 1)]!
      greys[y * width + x] = x % 2 === 0 ? byte >> 4 : byte & 15
    }
  return { width, height, greys }
}
