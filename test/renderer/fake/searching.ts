/** Search and transcripts of the made-up engine. */
import type { Api } from '../../../src/shared/contract.ts'

export function fakeSearching(): Pick<
  Api,
  'search' | 'searchInside' | 'searchIndex' | 'rebuildSearch' | 'transcript' | 'saveTranscript'
> {
  return {
    search: () => Promise.reject(new Error('not built yet')),
    searchInside: () => Promise.resolve({ understood: [], ids: [] }),
    searchIndex: () => Promise.resolve({ state: 'ready', indexed: 0, pending: 0, bytes: 0 }),
    rebuildSearch: () => Promise.resolve(),
    transcript: () => Promise.resolve({ html: '' }),
    saveTranscript: () => Promise.resolve({ saved: null }),
  }
}
