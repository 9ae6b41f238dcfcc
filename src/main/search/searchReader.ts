/** What the reader thread answers of search. */
import type { Api } from '../../shared/contract.ts'
import type { SearchAnswer, SearchQuery } from '../../shared/searching.ts'
import { conversationByName } from '../store/names.ts'
import type { ReadableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { createDocumentReader, documentsOfConversations } from './documents.ts'
import { createIndexDesk, type OpenIndex } from './indexDesk.ts'
import { createNamesDesk } from './namesDesk.ts'
import { answerSearch } from './answer.ts'
import { readRowsOf } from './rowsOf.ts'
import { isHit } from './scan.ts'
import { createSubjects } from './subjects.ts'

export interface SearchReaderPorts {
  /** The workspace's folder, where the index lies beside the databases. */
  readonly dir: string
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}

export interface SearchReader extends Pick<Api, 'search' | 'searchInside' | 'searchIndex'> {
  close(): void
}

export function createSearchReader(ports: SearchReaderPorts): SearchReader {
  const { cache, workspaceDb, now } = ports
  const indexes = createIndexDesk(ports.dir, cache)
  const desk = createNamesDesk(cache, workspaceDb)
  /** Everything one question reads is of one state of the data. */
  const inOneState = <T>(read: () => T): T => workspaceDb.transaction(() => cache.transaction(read)())()

  const search = (query: SearchQuery): SearchAnswer =>
    inOneState(() => {
      const [names, at] = [desk.names(), now()]
      const answer = (index: OpenIndex | null) =>
        answerSearch(
          {
            cache,
            index,
            state: indexes.state(),
            names,
            plan: desk.plan({ ...query, now: at, names, index }),
            rowsOf: (conversations) => readRowsOf(cache, workspaceDb, names, conversations, at),
          },
          query,
        )
      const index = indexes.open()
      try {
        return answer(index)
      } catch (error) {
        if (index === null || !indexes.isBroken(error)) throw error
        return answer(null)
      }
    })

  const inside: Api['searchInside'] = ({ conversation, text, zone }) =>
    Promise.resolve(
      inOneState(() => {
        const row = conversationByName(cache, conversation)
        if (row === null) throw storeFailed('invalid', 'search.noConversation')
        const plan = desk.plan({ text, zone, now: now(), names: desk.names(), index: null })
        const subjects = createSubjects(cache, createDocumentReader(cache))
        const ids = documentsOfConversations(cache, row, row + 1)
          .filter((document) => isHit({ plan, subjects }, document))
          .sort((a, b) => a.at - b.at || a.ref - b.ref)
          .flatMap(({ id }) => id ?? [])
        return { understood: plan.understood, ids }
      }),
    )

  return {
    search: (query) => Promise.resolve(search(query)),
    searchInside: inside,
    searchIndex: () => Promise.resolve(inOneState(() => indexes.state())),
    close: () => indexes.close(),
  }
}
