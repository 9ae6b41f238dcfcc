/** What the reader thread answers of the SQL console; questions themselves run in a process of their own. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import type { QuestionContext } from './viewSources.ts'
import { readQuestions } from './questionStore.ts'
import { viewsIn } from './viewWords.ts'

export interface QuestionReads extends Pick<Api, 'questionViews' | 'savedQuestions'> {
  /** What a question is asked of, as of now; the folder is for the asker to name. */
  questionContext(): Promise<Omit<QuestionContext, 'dir'>>
}

export function createQuestionReads({
  workspaceDb,
  dictionary,
  settings,
  now,
}: Pick<ReadPorts, 'workspaceDb' | 'dictionary' | 'settings' | 'now'>): QuestionReads {
  return {
    questionViews: ({ language }) => Promise.resolve(viewsIn(language)),
    savedQuestions: () => Promise.resolve(readQuestions(workspaceDb)),
    questionContext() {
      const { zone, rules, targets, targetOverrides } = settings()
      const { agents, teams, channels, categories, workspace } = dictionary()
      return Promise.resolve({
        zone: zone ?? workspace?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
        now: now(),
        settings: { rules, targets, targetOverrides },
        dictionary: { agents, teams, channels, categories },
      })
    },
  }
}
