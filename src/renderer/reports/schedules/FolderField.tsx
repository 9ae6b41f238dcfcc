import { type ReactNode, useId, useState } from 'react'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { IconFolder } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'

interface FolderFieldProps {
  readonly folder: string
  readonly onChange: (folder: string) => void
}

/** Where the files go: chosen in the system's dialog where this host has one, typed everywhere. */
export function FolderField({ folder, onChange }: FolderFieldProps): ReactNode {
  const text = useText('reports')
  const id = useId()
  const [canChoose, setCanChoose] = useState(true)
  const choose = () =>
    orTell(async () => {
      const answer = await api.chooseFolder()
      setCanChoose(answer.canChoose)
      if (answer.folder !== null) onChange(answer.folder)
      if (!answer.canChoose) document.getElementById(id)?.focus()
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
          value={folder}
          onChange={(event) => onChange(event.target.value)}
        />
        {canChoose && (
          <Button icon={<IconFolder />} onClick={() => void choose()}>
            {text('schedule.choose')}
          </Button>
        )}
      </span>
      <p id={`${id}-hint`} className="blocks-hint">
        {text(canChoose ? 'schedule.folderAbout' : 'schedule.folderTyped')}
      </p>
    </div>
  )
}
