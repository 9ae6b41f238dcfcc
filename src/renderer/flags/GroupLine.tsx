import type { ReactNode } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { FlagGroup } from '../../shared/flags.ts'
import { Button } from '../ui/Button.tsx'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { FlagActs } from './useFlagActs.ts'

interface GroupLineProps {
  readonly group: FlagGroup
  readonly scope: Scope
  readonly acts: FlagActs
  /** Lists the flags of the group one by one. */
  readonly onOpen: () => void
}

/** Too many of one rule to read one by one: how many, since when, whom they are mostly about, and what to do about all. */
export function GroupLine({ group, scope, acts, onOpen }: GroupLineProps): ReactNode {
  const text = useText('flagging')
  const words = useText('flags')
  const format = useFormat()
  const name = words(`rule.${group.rule}`)
  const label = text('group.of', { rule: name, count: group.open, shown: format.count(group.open) })
  const mostly = group.subjects.map((subject) => `${subject.name} (${format.count(subject.open)})`).join(', ')
  return (
    <li className="flag-line" data-group>
      <button type="button" className="flag-open" data-group-rule={group.rule} onClick={onOpen}>
        <FlagMark severity={group.severity} />
        <span className="flag-reason">{label}</span>
        <span className="flag-when">{text('group.since', { at: format.relative(group.oldest) })}</span>
        {mostly !== '' && (
          <span className="flag-who" dir="auto">
            {text('group.mostly', { names: mostly })}
          </span>
        )}
      </button>
      <fieldset className="flag-buttons" aria-label={label}>
        {(['done', 'false_alarm'] as const).map((kind) => (
          <Button key={kind} quiet onClick={() => acts.begin(kind, { kind: 'group', group, scope })}>
            {text(`group.act.${kind}`)}
          </Button>
        ))}
      </fieldset>
    </li>
  )
}
