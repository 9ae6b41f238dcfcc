import { useState, type ReactNode } from 'react'
import type { SavedSearch } from '../../../shared/searching.ts'
import { useAsk } from '../../api.ts'
import { searchFor } from '../../selection.ts'
import { saveSettings } from '../../settings/saveSettings.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconBookmark, IconTrash } from '../../ui/icons.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { useText } from '../../ui/text.ts'

const longestName = 80

/** Searches kept by name: one is opened, what is looked for now is kept, and they are put in order in a dialog. */
export function SavedSearches({ text: searched }: { readonly text: string | null }): ReactNode {
  const text = useText('search')
  const { data: settings } = useAsk('settings', [], ['settings'])
  const [asking, ask] = useState<'save' | 'order' | null>(null)
  const saved = settings?.savedSearches ?? []
  const kept = saved.some((one) => one.text === searched)
  if (saved.length === 0 && searched === null) return null
  const items: readonly MenuItem[] = [
    ...saved.map((one) => ({
      id: one.id,
      label: one.name,
      checked: one.text === searched,
      onPick: () => searchFor(one.text),
    })),
    ...(searched === null || kept
      ? []
      : [
          {
            id: 'save',
            label: text('saved.save'),
            apart: saved.length > 0,
            onPick: () => ask('save'),
          },
        ]),
    ...(saved.length === 0
      ? []
      : [{ id: 'order', label: text('saved.manage'), apart: true, onPick: () => ask('order') }]),
  ]
  return (
    <>
      <Menu
        title={text('saved.title')}
        label={<IconBookmark />}
        align="end"
        items={items}
        trigger={
          <button
            type="button"
            className="chats-icon-button"
            aria-label={text('saved.title')}
            title={text('saved.title')}
            data-set={kept || undefined}
          />
        }
      />
      {asking === 'save' && searched !== null && (
        <SaveDialog searched={searched} saved={saved} onClose={() => ask(null)} />
      )}
      {asking === 'order' && <OrderDialog saved={saved} onClose={() => ask(null)} />}
    </>
  )
}

interface SaveDialogProps {
  readonly searched: string
  readonly saved: readonly SavedSearch[]
  readonly onClose: () => void
}

function SaveDialog({ searched, saved, onClose }: SaveDialogProps): ReactNode {
  const text = useText('search')
  const [name, setName] = useState(searched.trim().slice(0, longestName))
  return (
    <Dialog open onClose={onClose} title={text('saved.save')}>
      <form
        className="search-save"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          const one = { id: crypto.randomUUID(), name: name.trim(), text: searched }
          void saveSettings({ savedSearches: [...saved, one] })
          onClose()
        }}
      >
        <label>
          {text('saved.name')}
          <input
            className="field"
            dir="auto"
            value={name}
            maxLength={longestName}
            required
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className="dialog-buttons">
          <Button onClick={onClose}>{text('saved.cancel')}</Button>
          <Button primary type="submit" disabled={name.trim() === ''}>
            {text('saved.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function OrderDialog({
  saved,
  onClose,
}: {
  readonly saved: readonly SavedSearch[]
  readonly onClose: () => void
}): ReactNode {
  const text = useText('search')
  const save = (savedSearches: readonly SavedSearch[]) => void saveSettings({ savedSearches })
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('saved.title')}
      buttons={<Button onClick={onClose}>{text('saved.close')}</Button>}
    >
      {saved.length === 0 && <p>{text('saved.none')}</p>}
      <ul className="search-saved">
        {saved.map((one, place) => (
          <li key={one.id}>
            <input
              className="field"
              dir="auto"
              aria-label={text('saved.rename', { name: one.name })}
              defaultValue={one.name}
              maxLength={longestName}
              onBlur={(event) => {
                const name = event.target.value.trim()
                if (name === '') event.target.value = one.name
                else if (name !== one.name) save(saved.with(place, { ...one, name }))
              }}
            />
            <code dir="auto">{one.text}</code>
            <button
              type="button"
              className="chats-icon-button"
              aria-label={text('saved.delete', { name: one.name })}
              onClick={() => save(saved.toSpliced(place, 1))}
            >
              <IconTrash />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
