import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { Flag, Severity } from '../../shared/flags.ts'
import { useAsk } from '../api.ts'
import { useNames } from '../chats/names.ts'
import { useWholeScope } from '../frame/openFlags.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Keys } from '../ui/Keys.tsx'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { FlagAsking } from './FlagAsking.tsx'
import { FlagButtons } from './FlagButtons.tsx'
import { FlagFilterBar } from './FlagFilterBar.tsx'
import { FlagPages } from './FlagPages.tsx'
import { type FlagFilters, foldedGroups, isNarrowed, listedRules, openOnes, queryOf } from './flagFilters.ts'
import { GroupLine } from './GroupLine.tsx'
import { useFlagActs } from './useFlagActs.ts'
import { useListKeys } from './useListKeys.ts'

const severities = ['danger', 'warning'] as const

/** Every flag, whatever the bar says: a customer who waits is not filtered away. What needs acting on now comes first. */
export function FlagsOverview(): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  const names = useNames()
  const acts = useFlagActs()
  const scope = useWholeScope()
  const [filters, setFilters] = useState(openOnes)
  const [picked, setPicked] = useState<ReadonlyMap<string, Flag>>(new Map())
  const groups = useAsk('flagGroups', [{ scope }], ['flags']).data
  const found = useAsk(
    'flags',
    [{ scope, ...queryOf(filters, acts.me), after: null, limit: 1 }],
    ['flags'],
  ).data
  const shown = useRef(new Map<string, Flag>())
  const folded = useMemo(() => foldedGroups(groups ?? [], filters), [groups, filters])
  const rules = listedRules(filters, folded)
  const pick = (flag: Flag) => setPicked((before) => toggled(before, flag))
  const clear = () => setPicked(new Map())
  const onKeyDown = useListKeys({
    acts: { ...acts, begin: (...act) => (clear(), acts.begin(...act)) },
    picked: [...picked.values()],
    flag: (id) => shown.current.get(id),
    group: (rule) => folded.find((group) => group.rule === rule),
    scope,
    onPick: pick,
  })
  const register = (flags: readonly Flag[]) => {
    for (const flag of flags) shown.current.set(flag.id, flag)
  }
  const sections: readonly (Severity | null)[] =
    filters.state === 'open' ? severities.filter((one) => (filters.severity ?? one) === one) : [null]
  return (
    // The keys act on the line in focus or on what is picked; every act has its button as well.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flags-overview" onKeyDown={onKeyDown}>
      <FlagFilterBar
        filters={filters}
        me={acts.me}
        onChange={(next) => {
          clear()
          setFilters(next)
        }}
      />
      <div className="flags-scroll">
        {found?.total === 0 && <Nothing filters={filters} onShowAll={() => setFilters(openOnes)} />}
        {sections.map((severity) => (
          <FlagPages
            key={severity ?? 'any'}
            title={text(severity === null ? 'section.any' : `section.${severity}`)}
            scope={scope}
            query={queryOf(
              { ...filters, rules: rules ?? [], severity: severity ?? filters.severity },
              acts.me,
            )}
            nothing={rules === null || (groups === undefined && !isNarrowed(filters))}
            names={names}
            acts={acts}
            picked={picked}
            onPick={pick}
            register={register}
            before={folded
              .filter((group) => severity === null || group.severity === severity)
              .map((group) => (
                <GroupLine
                  key={group.rule}
                  group={group}
                  scope={scope}
                  acts={acts}
                  onOpen={() => setFilters({ ...filters, rules: [group.rule] })}
                />
              ))}
          />
        ))}
      </div>
      <footer className="flags-foot">
        {acts.asking !== null ? (
          <FlagAsking key={acts.asking.kind} acts={acts} />
        ) : picked.size > 0 ? (
          <div className="flags-picked">
            <span>{text('picked', { count: picked.size, shown: format.count(picked.size) })}</span>
            <FlagButtons
              flags={[...picked.values()]}
              acts={{ ...acts, begin: (...act) => (clear(), acts.begin(...act)) }}
              label={text('picked', { count: picked.size, shown: format.count(picked.size) })}
              keys
            />
            <Button quiet onClick={clear}>
              {text('unpick')}
            </Button>
          </div>
        ) : (
          <KeyHelp />
        )}
      </footer>
    </div>
  )
}

interface NothingProps {
  readonly filters: FlagFilters
  readonly onShowAll: () => void
}

function Nothing({ filters, onShowAll }: NothingProps): ReactNode {
  const text = useText('flagging')
  if (!isNarrowed(filters)) return <Empty why={text('empty')} todo={text('emptyTodo')} />
  return (
    <Empty why={text('none.all')}>
      <Button onClick={onShowAll}>{text('none.showOpen')}</Button>
    </Empty>
  )
}

const helped = [
  ['J', 'move'],
  ['D', 'done'],
  ['A', 'false_alarm'],
  ['S', 'snooze'],
  ['O', 'own'],
  ['U', 'undo'],
  ['Space', 'pick'],
] as const

function KeyHelp(): ReactNode {
  const text = useText('flagging')
  return (
    <p className="flags-keys">
      {helped.map(([key, what]) => (
        <span key={key}>
          <Keys>{key === 'Space' ? text('key.space') : key}</Keys> {text(`key.${what}`)}
        </span>
      ))}
    </p>
  )
}

function toggled(before: ReadonlyMap<string, Flag>, flag: Flag): ReadonlyMap<string, Flag> {
  const after = new Map(before)
  if (!after.delete(flag.id)) after.set(flag.id, flag)
  return after
}
