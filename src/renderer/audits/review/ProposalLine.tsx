import type { ReactNode } from 'react'
import type { Criterion } from '../../../shared/audits.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconRobot } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { proposedWords } from './proposalWords.ts'
import type { Proposal } from './proposals.ts'

interface ProposalLineProps {
  readonly criterion: Criterion
  readonly proposal: Proposal
  /** As rated; undefined: not yet. */
  readonly level: number | null | undefined
  readonly times: ReadonlyMap<string, number>
  readonly onAccept: () => void
  readonly onShow: (message: string) => void
}

/** What a check proposes, why, and the messages that show it; greyed once a person said otherwise. */
export function ProposalLine(props: ProposalLineProps): ReactNode {
  const { criterion, proposal, level, times, onAccept, onShow } = props
  const text = useText('audits')
  const format = useFormat()
  const { messages } = proposal.result
  const overridden = level !== undefined && level !== proposal.level
  return (
    <div className="audit-proposal" data-overridden={overridden || undefined}>
      <p>
        <IconRobot />
        {proposedWords(criterion, proposal, text, format)}
        {overridden && ` ${text('proposal.overridden')}`}
      </p>
      <p className="audit-proposal-tools">
        {messages.slice(0, 6).map((message) => (
          <button key={message} type="button" className="audit-chip" onClick={() => onShow(message)}>
            {text('proposal.message', { time: format.time(times.get(message)) })}
          </button>
        ))}
        {level === undefined && (
          <Button keys="A" onClick={onAccept}>
            {text('proposal.accept')}
          </Button>
        )}
      </p>
    </div>
  )
}
