import { type ReactNode, useEffect, useId, useState } from 'react'
import type { FolderState } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { IconFolder } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'
import { useRested } from '../useRested.ts'

interface FolderFieldProps {
  readonly folder: string
  readonly onChange: (folder: string) => void
}

/** Where the files go: chosen in the system's dialog where this host has one, typed everywhere, and looked at at once. */
export function FolderField({ folder, onChange }: FolderFieldProps): ReactNode {
  const text = useText('reports')
  const id = useId()
  const { canChoose, trouble } = useFolder(folder)
  const choose = () =>
    orTell(async () => {
      const chosen = (await api.chooseFolder()).folder
      if (chosen !== null) onChange(chosen)
    })
  return (
    <div className="folder-field">
      <label htmlFor={id}>{text('schedule.folder')}</label>
      <span>
        <input
          id={id}
          className="field"
          dir="auto"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          aria-invalid={trouble !== null || undefined}
          value={folder}
          onChange={(event) => onChange(event.target.value)}
        />
        {canChoose && (
          <Button icon={<IconFolder />} onClick={() => void choose()}>
            {text('schedule.choose')}
          </Button>
        )}
      </span>
      <output id={`${id}-hint`} className={trouble === null ? 'blocks-hint' : 'editor-wrong'}>
        {text(
          trouble === null
            ? `schedule.${canChoose ? 'folderAbout' : 'folderTyped'}`
            : `schedule.folderTrouble.${trouble}`,
        )}
      </output>
    </div>
  )
}

/** Milliseconds without a key after which a path is looked at. */
const pause = 300

/** What is known of the folder that was typed; nothing is wrong with it as long as nobody looked. */
function useFolder(folder: string): FolderState {
  const rested = useRested(folder.trim(), pause)
  const [seen, see] = useState<FolderState & { readonly folder: string }>(unseen)
  useEffect(() => {
    let isCurrent = true
    api.checkFolder({ folder: rested }).then(
      (state) => {
        if (isCurrent) see({ ...state, folder: rested })
      },
      // Saving, and each report, look again.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [rested])
  return seen.folder === folder.trim() ? seen : { ...seen, trouble: null }
}

const unseen = { canChoose: false, trouble: null, folder: '' }
