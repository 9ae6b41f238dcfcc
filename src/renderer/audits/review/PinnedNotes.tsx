import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { PinnedNote } from '../../../shared/audits.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { IconAlertTriangle, IconNote, IconThumbUp, IconTrash } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'

const kinds: readonly PinnedNote['kind'][] = ['praise', 'fault', 'note']
const icons = { praise: IconThumbUp, fault: IconAlertTriangle, note: IconNote } as const

interface PinnedNotesProps {
  readonly notes: readonly PinnedNote[]
  /** The note being written here. */
  readonly editing?: PinnedNote | null
  /** Keeps what was typed; null: done. Without it the notes are only read. */
  readonly onEdit?: (note: PinnedNote | null) => void
  readonly onRemove?: (id: string) => void
}

/** What is pinned to a message, below it; the one being written as fields. */
export function PinnedNotes({ notes, editing = null, onEdit, onRemove }: PinnedNotesProps): ReactNode {
  // A note that is begun has no words yet, so it is not among those kept.
  const isNew = editing !== null && notes.every(({ id }) => id !== editing.id)
  const shown = isNew ? [...notes, editing] : notes
  if (shown.length === 0) return null
  return (
    <ul className="audit-notes">
      {shown.map((note) => (
        <li key={note.id}>
          {note.id === editing?.id ? (
            <NoteEditor note={note} onEdit={onEdit} />
          ) : (
            <NoteLine note={note} onEdit={onEdit} onRemove={onRemove} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface NoteProps {
  readonly note: PinnedNote
  readonly onEdit: PinnedNotesProps['onEdit'] | undefined
}

function NoteLine({
  note,
  onEdit,
  onRemove,
}: NoteProps & { readonly onRemove: PinnedNotesProps['onRemove'] | undefined }): ReactNode {
  const text = useText('audits')
  const Icon = icons[note.kind]
  return (
    <p className="audit-note" data-kind={note.kind}>
      <Icon />
      <span className="unseen">{text(`note.${note.kind}`)}</span>
      {onEdit === undefined ? (
        <span dir="auto">{note.text}</span>
      ) : (
        <button type="button" className="audit-note-words" onClick={() => onEdit(note)}>
          <span dir="auto">{note.text}</span>
        </button>
      )}
      {onRemove !== undefined && (
        <button
          type="button"
          className="chats-icon-button"
          aria-label={text('note.remove', { note: note.text })}
          onClick={() => onRemove(note.id)}
        >
          <IconTrash />
        </button>
      )}
    </p>
  )
}

function NoteEditor({ note, onEdit }: NoteProps): ReactNode {
  const text = useText('audits')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  function onKeyDown(event: KeyboardEvent): void {
    const done = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)
    // Ctrl/⌘ Enter submits the review.
    if (!done || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onEdit?.(null)
  }
  return (
    <div className="audit-note-editor">
      <textarea
        ref={field}
        className="field"
        rows={2}
        dir="auto"
        aria-label={text('note.label')}
        placeholder={text('note.placeholder')}
        value={note.text}
        onChange={(event) => onEdit?.({ ...note, text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className="audit-note-tools">
        <Choice
          label={text('note.kind')}
          options={kinds.map((id) => ({ id, name: text(`note.${id}`) }))}
          chosen={note.kind}
          onChange={(kind) => onEdit?.({ ...note, kind })}
        />
        <Button keys="↵" onClick={() => onEdit?.(null)}>
          {text('note.done')}
        </Button>
      </div>
    </div>
  )
}
