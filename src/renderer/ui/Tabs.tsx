import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import './Tabs.css'

export interface TabsProps<T extends string> {
  /** What is chosen among, for those who hear it. */
  readonly label: string
  readonly tabs: readonly { readonly id: T; readonly name: string }[]
  readonly chosen: T
  readonly onChange: (chosen: T) => void
  /** The part that is chosen; only it is there. */
  readonly children: ReactNode
}

/** The parts of a page as words in a row: one tab stop, the arrows move and choose. */
export function Tabs<T extends string>({ label, tabs, chosen, onChange, children }: TabsProps<T>) {
  return (
    <Base.Root
      value={chosen}
      onValueChange={(value) => {
        const tab = tabs.find(({ id }) => id === value)
        if (tab !== undefined) onChange(tab.id)
      }}
    >
      <Base.List className="tabs" aria-label={label} activateOnFocus>
        {tabs.map(({ id, name }) => (
          <Base.Tab key={id} value={id} className="tab">
            {name}
          </Base.Tab>
        ))}
      </Base.List>
      {/* What is inside has stops of its own. */}
      <Base.Panel value={chosen} className="tab-panel" tabIndex={-1}>
        {children}
      </Base.Panel>
    </Base.Root>
  )
}
