import type { Flag } from '../../shared/flags.ts'
import { api, answers, failureOf, useAsk } from '../api.ts'
import { flagWords } from '../chats/flagWords.ts'
import { openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { tell } from '../ui/Notices.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { useOpenFlags } from './openFlags.ts'
import './FlagsPanel.css'

export interface FlagsPanelProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** The open flags: reason first, then who; the chat behind each, and a decision that can be taken back. */
export function FlagsPanel({ open, onClose }: FlagsPanelProps) {
  const text = useText('frame')
  const format = useFormat()
  const flags = useOpenFlags()
  const count = flags.data?.open ?? 0
  return (
    <Dialog
      shape="side"
      open={open}
      onClose={onClose}
      title={text('flags.title', { count, shown: format.count(count) })}
    >
      {flags.data === undefined ? (
        flags.failure === null ? (
          <Loading />
        ) : (
          <Failed failure={flags.failure} again={flags.again} />
        )
      ) : flags.data.rows.length === 0 ? (
        <Empty why={text('flags.empty')} todo={text('flags.emptyTodo')} />
      ) : (
        <ul className="flags-list">
          {flags.data.rows.map((flag) => (
            <FlagLine key={flag.id} flag={flag} onOpen={onClose} />
          ))}
          {flags.data.open > flags.data.rows.length && (
            <li className="flags-more">
              {text('flags.more', { shown: format.count(flags.data.open - flags.data.rows.length) })}
            </li>
          )}
        </ul>
      )}
    </Dialog>
  )
}

function FlagLine({ flag, onOpen }: { readonly flag: Flag; readonly onOpen: () => void }) {
  const text = useText('frame')
  const reason = useText('chats')
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const agent = workspace?.agents.find((candidate) => candidate.id === flag.agent)
  const words = flagWords(flag, reason, (seconds) => format.duration(seconds))
  return (
    <li className="flag-line">
      <button
        type="button"
        className="flag-open"
        onClick={() => {
          if (flag.conversation !== null) openConversation(flag.conversation)
          onOpen()
        }}
      >
        <FlagMark severity={flag.severity} />
        <span className="flag-reason">{words}</span>
        <span className="flag-when">{format.relative(flag.raisedAt)}</span>
        <span className="flag-who">
          <bdi>{flag.subject.name}</bdi>
          {' · '}
          <bdi>{agent?.name ?? text('flags.nobody')}</bdi>
        </span>
        {flag.text !== null && (
          <span className="flag-text" dir="auto">
            {flag.text}
          </span>
        )}
      </button>
      <fieldset className="flag-decide" aria-label={words}>
        <Button quiet onClick={() => void decide(flag, 'done', text('flags.wasDone'))}>
          {text('flags.done')}
        </Button>
        <Button quiet onClick={() => void decide(flag, 'false_alarm', text('flags.wasFalse'))}>
          {text('flags.falseAlarm')}
        </Button>
      </fieldset>
    </li>
  )
}

/** Decides at once and says so; what was decided can be taken back from the notice. */
async function decide(flag: Flag, decision: Flag['decision'], said: string): Promise<void> {
  try {
    const act = decision === null ? ({ kind: 'reopen' } as const) : { kind: decision, reason: null }
    await api.actOnFlags({ flags: [flag.id], act, by: null })
    if (decision !== null) tell(said, () => void decide(flag, null, said))
  } catch (error) {
    tell(failureOf(error).message)
  }
  await answers.invalidateQueries({ queryKey: ['flags'] })
}
