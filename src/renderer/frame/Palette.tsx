import { Autocomplete } from '@base-ui/react/autocomplete'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { IconSearch } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { type Command, usePaletteGroups } from './paletteGroups.ts'
import './Palette.css'

export interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Places, agents and commands by name, chats by what is written in them; Enter does the marked one. */
export function Palette({ open, onClose }: PaletteProps) {
  const text = useText('frame')
  return (
    <Dialog shape="palette" open={open} onClose={onClose} title={text('palette.title')} hideTitle>
      <Commands onDone={onClose} />
    </Dialog>
  )
}

function Commands({ onDone }: { readonly onDone: () => void }) {
  const text = useText('frame')
  const [typed, type] = useState('')
  const groups = usePaletteGroups(typed)
  const { contains } = Autocomplete.useFilter()
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      autoHighlight="always"
      keepHighlight
      value={typed}
      onValueChange={type}
      filter={(command: Command, query) => command.found === true || contains(command.label, query)}
    >
      <div className="palette-field">
        <IconSearch />
        <Autocomplete.Input aria-label={text('palette.title')} placeholder={text('palette.hint')} />
      </div>
      <div className="palette-list">
        <Autocomplete.Empty>
          <p className="palette-empty">{text('palette.empty')}</p>
        </Autocomplete.Empty>
        <Autocomplete.List>
          {(group: (typeof groups)[number]) => (
            <Autocomplete.Group key={group.value} items={group.items}>
              <Autocomplete.GroupLabel className="palette-group">{group.value}</Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(command: Command) => (
                  <Autocomplete.Item
                    key={command.value}
                    value={command}
                    className="palette-item"
                    onClick={() => {
                      onDone()
                      command.run()
                    }}
                  >
                    <bdi>{command.label}</bdi>
                    {command.hint !== undefined && <span className="palette-hint">{command.hint}</span>}
                    {command.keys !== undefined && <Keys>{command.keys}</Keys>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}
