/** Chats as a file to keep: PDF printed by the host, HTML or text. */
import type { TranscriptQuery } from '../../shared/contract.ts'
import type { ReaderApi } from '../engine/readerApi.ts'
import type { Shell } from '../engine/shell.ts'

export async function transcriptFile(
  query: TranscriptQuery,
  reader: Pick<ReaderApi, 'transcript' | 'transcriptText'>,
  shell: Pick<Shell, 'printPdf'>,
): Promise<Parameters<Shell['saveFile']>[0]> {
  const name = query.conversations.length === 1 ? 'chat' : 'chats'
  if (query.format === 'text') {
    const { text } = await reader.transcriptText(query)
    return { name: `${name}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(text) }
  }
  const { html } = await reader.transcript(query)
  if (query.format === 'html')
    return { name: `${name}.html`, type: 'text/html', bytes: new TextEncoder().encode(html) }
  return {
    name: `${name}.pdf`,
    type: 'application/pdf',
    bytes: await shell.printPdf({ html, title: 'Floorwalker' }),
  }
}
