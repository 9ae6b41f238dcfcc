import { type FormEvent, type ReactNode, useState } from 'react'
import type { Scope } from '../../../shared/contract.ts'
import type { ShiftChange } from '../../../shared/planning.ts'
import { useAsk } from '../../api.ts'
import { useNow } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { isWhole, newChange, replayedWeeks, type ReplayedWeeks, weeksBefore } from './plans.ts'
import { ShiftRow } from './ShiftRow.tsx'
import { WhatIfResult } from './WhatIfResult.tsx'

interface Draft {
  readonly id: number
  readonly change: ShiftChange
}

/** Other shifts for past weeks, and what they would have made of the customers who came. */
export function WhatIfCard({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('planning')
  const known = useNow() > 0
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const [weeks, setWeeks] = useState<ReplayedWeeks>(1)
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [played, setPlayed] = useState<readonly ShiftChange[]>([])
  const period = weeksBefore(weeks, scope.from, scope.zone)
  const { data, failure, again, stale } = useAsk(
    'whatIf',
    [{ scope: { ...scope, ...period }, changes: played }],
    ['settings'],
    { enabled: known },
  )
  const teams = (workspace?.teams ?? []).filter(
    ({ id }) => scope.teams.length === 0 || scope.teams.includes(id),
  )
  const changes = drafts.map(({ change }) => change)
  const canPlay = changes.every(isWhole) && JSON.stringify(changes) !== JSON.stringify(played)

  function add(): void {
    const id = Math.max(0, ...drafts.map((draft) => draft.id)) + 1
    setDrafts([...drafts, { id, change: newChange(teams[0]?.id ?? null) }])
  }

  function play(event: FormEvent): void {
    event.preventDefault()
    if (canPlay) setPlayed(changes)
  }

  return (
    <Section place="whatif" title={text('whatIf.title')} subtitle={text('whatIf.subtitle')}>
      <div className="plan-whatif">
        <form onSubmit={play}>
          <div className="plan-controls">
            <Choice
              label={text('whatIf.weeks')}
              options={replayedWeeks.map((id) => ({
                id: String(id) as `${ReplayedWeeks}`,
                name: text('whatIf.weeksBack', { count: id }),
              }))}
              chosen={`${weeks}`}
              onChange={(chosen) => setWeeks(replayedWeeks.find((one) => `${one}` === chosen) ?? 1)}
            />
          </div>
          {drafts.length === 0 && <p className="plan-note">{text('whatIf.empty')}</p>}
          {drafts.map(({ id, change }) => (
            <ShiftRow
              key={id}
              change={change}
              teams={teams}
              onChange={(next) =>
                setDrafts(drafts.map((draft) => (draft.id === id ? { id, change: next } : draft)))
              }
              onRemove={() => setDrafts(drafts.filter((draft) => draft.id !== id))}
            />
          ))}
          <div className="plan-buttons">
            <Button onClick={add}>{text('whatIf.add')}</Button>
            <Button type="submit" primary disabled={!canPlay}>
              {text('whatIf.play')}
            </Button>
          </div>
        </form>
        {failure !== null ? (
          <Failed failure={failure} again={again} />
        ) : data === undefined ? (
          <Loading />
        ) : (
          <WhatIfResult answer={data} changed={played.length > 0} stale={stale} />
        )}
      </div>
    </Section>
  )
}
