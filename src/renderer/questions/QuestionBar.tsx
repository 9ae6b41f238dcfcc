import { type ReactNode, useState } from 'react'
import type { SavedQuestion } from '../../shared/questions.ts'
import { api, failureOf, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { IconPlayerPlay, IconPlayerStop } from '../ui/icons.ts'
import { commandKeys } from '../ui/Keys.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { tell } from '../ui/Notices.tsx'
import { say, useText } from '../ui/text.ts'
import { type Example, examples } from './examples.ts'
import { NameDialog } from './NameDialog.tsx'
import { cancel, open, run, useQuestion } from './question.ts'

const exampleNames = Object.keys(examples) as readonly Example[]
const keys = commandKeys('↵')

/** What can be done with the question: ask it, take it back, open another, keep it. */
export function QuestionBar(): ReactNode {
  const text = useText('questions')
  const kept = useAsk('savedQuestions', [], ['reports']).data ?? []
  const { sql, saved, outcome } = useQuestion()
  const [naming, setNaming] = useState(false)
  const running = outcome.kind === 'running'
  const changed = saved !== null && saved.sql !== sql
  return (
    <div className="question-bar">
      {running ? (
        <Button primary icon={<IconPlayerStop />} keys="Esc" onClick={cancel}>
          {text('cancel')}
        </Button>
      ) : (
        <Button
          primary
          icon={<IconPlayerPlay />}
          keys={keys}
          disabled={sql.trim() === ''}
          onClick={() => void run()}
        >
          {text('run')}
        </Button>
      )}
      <Menu label={text('open')} items={openItems(kept, text('new'))} />
      <Menu
        label={text('examples')}
        items={exampleNames.map((id) => ({
          id,
          label: text(`example.${id}`),
          onPick: () => open({ sql: examples[id], saved: null }),
        }))}
      />
      <span className="question-name" dir="auto">
        {saved === null ? '' : saved.name}
        {changed && <small>{text('changed')}</small>}
      </span>
      {changed && (
        <Button quiet onClick={() => void keep(saved.id, saved.name, sql)}>
          {text('save')}
        </Button>
      )}
      <Button quiet disabled={sql.trim() === ''} onClick={() => setNaming(true)}>
        {text(saved === null ? 'saveFirst' : 'saveAs')}
      </Button>
      {saved !== null && (
        <Button quiet onClick={() => void remove(saved)}>
          {text('remove')}
        </Button>
      )}
      {naming && (
        <NameDialog
          first={saved?.name ?? ''}
          taken={kept.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={(name) => void keep(null, name, sql)}
        />
      )}
    </div>
  )
}

function openItems(kept: readonly SavedQuestion[], newWord: string): readonly MenuItem[] {
  return [
    ...kept.map((question) => ({
      id: question.id,
      label: question.name,
      onPick: () => open({ sql: question.sql, saved: question }),
    })),
    { id: 'new', label: newWord, apart: kept.length > 0, onPick: () => open({ sql: '', saved: null }) },
  ]
}

async function keep(id: string | null, name: string, sql: string): Promise<void> {
  try {
    useQuestion.setState({ saved: await api.saveQuestion({ id, name, sql }) })
    tell(() => say('questions', 'saved', { name }))
  } catch (error) {
    tell(failureOf(error))
  }
}

/** Removed at once; the way back saves it again under the id it had. */
async function remove(question: SavedQuestion): Promise<void> {
  try {
    await api.removeQuestion(question.id)
    useQuestion.setState({ saved: null })
    tell(
      () => say('questions', 'removed', { name: question.name }),
      () => void keep(question.id, question.name, question.sql),
    )
  } catch (error) {
    tell(failureOf(error))
  }
}
