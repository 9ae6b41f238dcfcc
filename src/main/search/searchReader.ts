/** What the reader thread answers of search. */
import type { Api } from '../../shared/contract.ts'
import type { SearchAnswer, SearchQuery } from '../../shared/searching.ts'
import { conversationByName } from '../store/names.ts'
import type { ReadableDb } from '../store/database.ts'
import { StoreFailure } from '../store/errors.ts'
import { createDocumentReader, documentsOfConversations } from './documents.ts'
import { createIndexDesk, type OpenIndex } from './indexDesk.ts'
import { createNamesDesk } from './namesDesk.ts'
import { answerSearch } from './answer.ts'
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
  const desk = createIndexDesk(ports.dir, cache)
  const names = createNamesDesk(cache, workspaceDb)
  /** Everything one question reads is of one state of the data. */
  const inOneState = <T>(read: () => T): T => cache.transaction(read)()

  const search = (query: SearchQuery): SearchAnswer =>
    inOneState(() => {
      const answer = (index: OpenIndex | null) =>
        answerSearch(
          {
            cache,
            workspaceDb,
            index,
            state: desk.state(),
            names: names.rowNames(),
            plan: names.plan(query.text, query.zone, now(), index?.db ?? null),
            now: now(),
          },
          query,
        )
      const index = desk.open()
      try {
        return answer(index)
      } catch (error) {
        if (index === null || !desk.isBroken(error)) throw error
        return answer(null)
      }
    })

  const inside: Api['searchInside'] = ({ conversation, text, zone }) =>
    Promise.resolve(
      inOneState(() => {
        const row = conversationByName(cache, conversation)
        if (row === null)
          throw new StoreFailure(
            'invalid',
            'There is no such conversation any more; nothing was searched.',
            'Open another conversation.',
          )
        const plan = names.plan(text, zone, now(), null)
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
    searchIndex: () => Promise.resolve(inOneState(() => desk.state())),
    close: () => desk.close(),
  }
}
