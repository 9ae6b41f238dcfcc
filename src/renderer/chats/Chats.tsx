import { useEffect, useRef, useState, type ReactNode } from 'react'
import { openConversation, useSelection } from '../selection.ts'
import { ChatPanes, type Panes } from './ChatPanes.tsx'
import './Chats.css'
import { ChatsBehind } from './ChatsBehind.tsx'
import { SearchBox } from './search/SearchBox.tsx'
import { useFoundChats } from './search/useFoundChats.tsx'
import { useAllChats } from './useAllChats.tsx'

/** The place Chats: those behind the number that is open, what is searched for, or every conversation of the period. */
export function Chats(): ReactNode {
  const drill = useSelection((selection) => selection.drill)
  return drill === null ? <SearchableChats /> : <ChatsBehind query={drill} />
}

/** One box over both lists, so that it stays while the first key turns the one into the other. */
function SearchableChats(): ReactNode {
  const searched = useSelection((selection) => selection.search)
  const all = useAllChats(searched === null)
  const found = useFoundChats(searched)
  const panes = searched === null ? all : found.panes
  const enter = useEntering(panes, searched === null || found.settled)
  return <ChatPanes top={<SearchBox onEnter={enter} />} panes={panes} />
}

/** Opens the first of the list and goes there, at once or as soon as the list answers what stands in the box. */
function useEntering({ entries, listId }: Panes, settled: boolean): () => void {
  const entering = useRef(false)
  useEffect(() => {
    if (!entering.current || !settled) return
    entering.current = false
    const first = entries.at(0)
    if (first) openConversation(first.conversation, first.message)
    document.getElementById(listId)?.focus()
  })
  const [, draw] = useState(0)
  return () => {
    entering.current = true
    draw((times) => times + 1)
  }
}
