import { useCallback, useMemo, type ReactNode } from 'react'
import type { ExplainQuery } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { closeNumber, openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { ChatPanes, plainStep } from './ChatPanes.tsx'
import { ConversationList } from './ConversationList.tsx'
import { DrillBar } from './DrillBar.tsx'
import { DrillHead } from './DrillHead.tsx'
import { LeftOut } from './LeftOut.tsx'
import { entriesOf, entriesOfEvidence, leftOutOf, measuredOf } from './listing.ts'
import { ListState } from './ListState.tsx'

const listed = 500

/** The conversations behind a number, and what it left out. */
export function ChatsBehind({ query }: { readonly query: ExplainQuery }): ReactNode {
  const asked = useAsk('explain', [{ ...query, limit: listed }], ['numbers', 'conversations'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const explanation = asked.data
  const entries = useMemo(
    () => entriesOf(explanation ? entriesOfEvidence(explanation, settings?.targets) : []),
    [explanation, settings?.targets],
  )
  const leftOut = useMemo(() => (explanation ? leftOutOf(explanation) : []), [explanation])
  const showLeftOut = useCallback(() => {
    document.getElementById('chats-left-out')?.scrollIntoView({ block: 'end' })
  }, [])
  const left = explanation?.excludedTotal ?? 0
  return (
    <ChatPanes
      bar={<DrillBar query={query} explanation={explanation} onShowLeftOut={showLeftOut} />}
      behindNumber
      panes={{
        head: <DrillHead query={query} explanation={explanation} />,
        listId: 'chats-list',
        entries,
        total: explanation?.includedTotal,
        secondsOf: (index) => measuredOf(entries.at(index)),
        stepFrom: plainStep,
        opensFirst: true,
        idle: null,
        renderList: ({ selected, onSelect, names }) => (
          <ListState asked={asked} empty={entries.count === 0 && left === 0 ? <NothingBehind /> : null}>
            <ConversationList
              entries={entries}
              names={names}
              selected={selected}
              stale={asked.stale}
              onShow={allHeld}
              onSelect={onSelect}
            >
              {left > 0 && (
                <LeftOut
                  id="chats-left-out"
                  rows={leftOut}
                  total={left}
                  onOpen={(id) => openConversation(id)}
                />
              )}
            </ConversationList>
          </ListState>
        ),
      }}
    />
  )
}

function allHeld(): void {}

function NothingBehind(): ReactNode {
  const text = useText('chats')
  return (
    <Empty why={text('empty.drill')} todo={text('empty.drillTry')}>
      <Button onClick={closeNumber}>{text('drill.back')}</Button>
    </Empty>
  )
}
