import type { Pool } from 'pg'
import type { StoredMedia } from './log.ts'

/** Files are kept in parts, so that reading one never holds more than this of it in memory. */
const PART_BYTES = 1024 * 1024

export async function putPostgresMedia(
  pool: Pool,
  sha256: string,
  mime: string,
  content: Uint8Array,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rowCount } = await client.query(
      'INSERT INTO collector_media VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING',
      [sha256, mime, content.byteLength],
    )
    if (rowCount === 1) {
      for (let part = 0; part * PART_BYTES < content.byteLength; part += 1) {
        const bytes = content.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
        await client.query('INSERT INTO collector_media_part VALUES ($1, $2, $3)', [
          sha256,
          part,
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        ])
      }
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

export async function openPostgresMedia(pool: Pool, sha256: string): Promise<StoredMedia | null> {
  const { rows } = await pool.query<{ mime: string; bytes: number }>(
    'SELECT mime, bytes FROM collector_media WHERE sha256 = $1',
    [sha256],
  )
  const [media] = rows
  if (media === undefined) return null
  let part = 0
  const content = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const found = await pool.query<{ content: Buffer }>(
        'SELECT content FROM collector_media_part WHERE sha256 = $1 AND part = $2',
        [sha256, part],
      )
      part += 1
      const [row] = found.rows
      if (row === undefined) controller.close()
      else controller.enqueue(row.content)
    },
  })
  return { mime: media.mime, bytes: media.bytes, content }
}
