import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { IconCheck, IconChevronDown } from './icons.ts'
import { Keys } from './Keys.tsx'
import { useText } from './text.ts'
import './Menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: ReactNode
  readonly icon?: ReactNode
  readonly keys?: string
  /** Grey, at the right. */
  readonly hint?: string
  /** Set for one of a choice: shows a check mark where true. */
  readonly checked?: boolean
  readonly danger?: boolean
  /** A hairline above. */
  readonly apart?: boolean
  readonly onPick: () => void
}

export interface MenuProps {
  /** The word of the trigger. */
  readonly label: ReactNode
  /** What the menu chooses, for those who hear it. */
  readonly title?: string
  readonly items: readonly MenuItem[]
  /** Replaces the word with chevron, such as by a `Button`. */
  readonly trigger?: ReactElement
  /** Whether something other than the default is chosen: the word is then strong. */
  readonly set?: boolean
  readonly align?: 'start' | 'end'
}

/** A word with a chevron that opens a list of actions or choices. */
export function Menu({ label, title, items, trigger, set, align }: MenuProps) {
  return (
    <Base.Root modal={false}>
      {trigger === undefined ? (
        <WordTrigger label={label} title={title} set={set ?? false} />
      ) : (
        <Base.Trigger render={trigger}>{label}</Base.Trigger>
      )}
      <Popup align={align ?? 'start'}>
        {items.map((item) => (
          <PlainItem key={item.id} item={item} />
        ))}
      </Popup>
    </Base.Root>
  )
}

function PlainItem({ item }: { readonly item: MenuItem }) {
  const inside = (
    <>
      {item.icon}
      <span className="menu-word" dir="auto">
        {item.label}
      </span>
      {item.hint !== undefined && <span className="menu-hint">{item.hint}</span>}
      {item.keys !== undefined && <Keys>{item.keys}</Keys>}
    </>
  )
  return (
    <>
      {item.apart === true && <Base.Separator className="menu-line" />}
      {item.checked === undefined ? (
        <Base.Item
          className="menu-item"
          data-danger={item.danger === true || undefined}
          onClick={item.onPick}
        >
          {inside}
        </Base.Item>
      ) : (
        <Base.CheckboxItem
          className="menu-item"
          checked={item.checked}
          closeOnClick
          onCheckedChange={item.onPick}
        >
          <CheckMark />
          {inside}
        </Base.CheckboxItem>
      )}
    </>
  )
}

export interface FilterMenuProps {
  /** What is filtered, such as "Teams". */
  readonly title: string
  /** The word while nothing is excluded, such as "All teams". */
  readonly all: string
  readonly options: readonly { readonly id: string; readonly name: string; readonly hint?: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Over this many a field narrows the list. */
const searchable = 8

/** A filter as a word: grey while it excludes nothing, strong once set. Several can be chosen. */
export function FilterMenu({ title, all, options, chosen, onChange }: FilterMenuProps) {
  const text = useText('ui')
  const names = chosen.map((id) => options.find((option) => option.id === id)?.name ?? id)
  const label =
    names.length === 0
      ? all
      : names.length === 1
        ? names[0]
        : text('filter.several', { first: names[0] ?? '', more: names.length - 1 })
  const items = (
    <>
      <Base.Item className="menu-item" disabled={chosen.length === 0} onClick={() => onChange([])}>
        <span className="menu-mark">{chosen.length === 0 && <IconCheck />}</span>
        <span className="menu-word">{all}</span>
      </Base.Item>
      <Base.Separator className="menu-line" />
      {options.map(({ id, name, hint }) => (
        <Base.CheckboxItem
          key={id}
          className="menu-item"
          label={name}
          checked={chosen.includes(id)}
          onCheckedChange={(checked) =>
            onChange(checked ? [...chosen, id] : chosen.filter((candidate) => candidate !== id))
          }
        >
          <CheckMark />
          <span className="menu-word" dir="auto">
            {name}
          </span>
          {hint !== undefined && <span className="menu-hint">{hint}</span>}
        </Base.CheckboxItem>
      ))}
    </>
  )
  const trigger = <WordTrigger label={label} title={title} set={chosen.length > 0} />
  if (options.length <= searchable)
    return (
      <Base.Root modal={false}>
        {trigger}
        <Popup align="start">{items}</Popup>
      </Base.Root>
    )
  return (
    <Base.FilterProvider>
      <Base.Root modal={false}>
        {trigger}
        <Popup align="start">
          <Base.Input
            className="menu-input"
            aria-label={text('filter.find', { what: title })}
            placeholder={title}
          />
          <Base.Empty className="menu-empty">{text('filter.none')}</Base.Empty>
          <Base.List className="menu-list">{items}</Base.List>
        </Popup>
      </Base.Root>
    </Base.FilterProvider>
  )
}

function WordTrigger(props: {
  readonly label: ReactNode
  readonly title: string | undefined
  readonly set: boolean
}) {
  return (
    <Base.Trigger className="word" data-set={props.set || undefined} title={props.title}>
      <bdi>{props.label}</bdi>
      <IconChevronDown />
    </Base.Trigger>
  )
}

function CheckMark() {
  return (
    <span className="menu-mark">
      <Base.CheckboxItemIndicator>
        <IconCheck />
      </Base.CheckboxItemIndicator>
    </span>
  )
}

function Popup({ align, children }: { readonly align: 'start' | 'end'; readonly children: ReactNode }) {
  return (
    <Base.Portal>
      <Base.Positioner className="menu-place" sideOffset={4} align={align}>
        <Base.Popup className="menu">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
