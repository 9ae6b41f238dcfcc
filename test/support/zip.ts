/** Reads one file out of a ZIP archive, to look into spreadsheets. */
import { inflateRawSync } from 'node:zlib'

/** The text of `member`. Throws when the archive has no such file. */
export function unzipped(archive: Uint8Array, member: string): string {
  const bytes = Buffer.from(archive)
  // The directory at the end names every file with its sizes and where it begins.
  let entry = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16)
  while (bytes.readUInt32LE(entry) === 0x02_01_4b_50) {
    const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ]
    if (bytes.toString('utf8', entry + 46, entry + 46 + name) === member) {
      const local = bytes.readUInt32LE(entry + 42)
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const data = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20))
      return (bytes.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data)).toString('utf8')
    }
    entry += 46 + name + extra + comment
  }
  throw new Error(`The archive has no ${member}.`)
}
