/**
 * A ZIP archive written front to back: members are compressed as they come, nothing is held but what is being written. Every
 * member is dated alike, so the same content gives the same bytes.
 */
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** Takes the next bytes of a file. */
export type TakeBytes = (bytes: Uint8Array) => void | Promise<void>

export interface ZipWriter {
  /** Begins the next member; the one before is finished. */
  begin(name: string): Promise<void>
  /** Adds bytes to the member that was begun; what held them may be used again at once. */
  write(bytes: Uint8Array): Promise<void>
  /** Finishes the last member and writes the directory. */
  finish(): Promise<void>
}

interface Block {
  readonly bytes: Uint8Array
  readonly packed: Promise<Buffer>
}

interface Member {
  readonly name: Buffer
  readonly at: number
  crc: number
  size: number
  packed: number
}

const deflated = promisify<Uint8Array, object, Buffer>(deflateRaw)
/** Large enough to pack well, small enough to hold a few. */
const blockLength = 1 << 18
/** What one is packed into: with room for most there is no second turn. */
const packedLength = 1 << 16
/** Blocks packed at once, on other cores. */
const mostAtOnce = 3
/** Level 1: spreadsheets are mostly repeated markup, and four times the time buys a tenth of the size. */
const level = 1
/** UTF-8 names; sizes follow the data. */
const memberFlags = 0x0808
const deflateMethod = 8
/** 1 January 1980, the first there is. */
const date = 0x21
const largest = 0xff_ff_ff_ff

/** @throws RangeError for an archive or member beyond 4 GB. */
export function createZip(take: TakeBytes): ZipWriter {
  const members: Member[] = []
  let written = 0
  let blocks: Block[] = []
  /** Of blocks that are packed, to be filled again. */
  const free: Uint8Array[] = []
  const emptyBlock = () => free.pop() ?? Buffer.allocUnsafeSlow(blockLength)
  let block = emptyBlock()
  let filled = 0

  const put = async (bytes: Uint8Array) => {
    written += bytes.length
    if (written > largest) throw new RangeError('The archive would be larger than 4 GB.')
    await take(bytes)
  }
  const settle = async (most: number) => {
    while (blocks.length > most) {
      const [next, ...rest] = blocks
      blocks = rest
      if (next === undefined) return
      await putBlock(await next.packed)
      free.push(next.bytes)
    }
  }
  const putBlock = async (bytes: Buffer) => {
    const member = members.at(-1)
    if (member !== undefined) member.packed += bytes.length
    await put(bytes)
  }
  const pack = (member: Member, isLast: boolean) => {
    const bytes = block.subarray(0, filled)
    member.crc = crc32(bytes, member.crc)
    member.size += bytes.length
    if (member.size > largest) throw new RangeError(`${member.name.toString()} would be larger than 4 GB.`)
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_FULL_FLUSH
    const packed = deflated(bytes, { level, finishFlush, chunkSize: packedLength })
    // Whoever waits for it hears of a failure; until then it is nobody's.
    packed.catch(() => undefined)
    blocks.push({ bytes: block, packed })
    block = emptyBlock()
    filled = 0
  }
  const finishMember = async () => {
    const member = members.at(-1)
    if (member === undefined) return
    pack(member, true)
    await settle(0)
    await put(descriptorOf(member))
  }

  return {
    async begin(name) {
      await finishMember()
      const member = { name: Buffer.from(name), at: written, crc: 0, size: 0, packed: 0 }
      members.push(member)
      await put(headOf(member))
    },
    async write(bytes) {
      const member = members.at(-1)
      if (member === undefined) throw new Error('Something was written before a member was begun.')
      for (let from = 0; from < bytes.length;) {
        const part = bytes.subarray(from, from + blockLength - filled)
        block.set(part, filled)
        from += part.length
        filled += part.length
        if (filled < blockLength) return
        pack(member, false)
        await settle(mostAtOnce)
      }
    },
    async finish() {
      await finishMember()
      const directoryAt = written
      for (const member of members) await put(entryOf(member))
      await put(endOf(members.length, written - directoryAt, directoryAt))
    },
  }
}

function headOf({ name }: Member): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04_03_4b_50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(memberFlags, 6)
  head.writeUInt16LE(deflateMethod, 8)
  head.writeUInt16LE(date, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptorOf({ crc, packed, size }: Member): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08_07_4b_50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeUInt32LE(packed, 8)
  descriptor.writeUInt32LE(size, 12)
  return descriptor
}

function entryOf({ name, at, crc, packed, size }: Member): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02_01_4b_50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(memberFlags, 8)
  entry.writeUInt16LE(deflateMethod, 10)
  entry.writeUInt16LE(date, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(at, 42)
  return Buffer.concat([entry, name])
}

function endOf(members: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06_05_4b_50, 0)
  end.writeUInt16LE(members, 8)
  end.writeUInt16LE(members, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
