import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ReviewContent } from '../../../shared/audits.ts'
import { IconX } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import type { Draft } from './draft.ts'
import { tagField } from './fields.ts'

interface RemarksProps {
  readonly content: ReviewContent
  readonly draft: Draft
}

/** What is said of the whole chat: a comment and tags. */
export function Remarks({ content, draft }: RemarksProps): ReactNode {
  const text = useText('audits')
  return (
    <section className="audit-part" aria-label={text('remarks.title')}>
      <label className="audit-field">
        <span>{text('remarks.comment')}</span>
        <textarea
          className="field"
          rows={2}
          dir="auto"
          value={content.comment}
          onChange={(event) => {
            const comment = event.target.value
            draft.change((before) => ({ ...before, comment }))
          }}
          onKeyDown={leaveOnEscape}
        />
      </label>
      <Tags
        tags={content.tags}
        onChange={(change) => draft.change((before) => ({ ...before, tags: change(before.tags) }))}
      />
    </section>
  )
}

interface TagsProps {
  readonly tags: readonly string[]
  readonly onChange: (change: (tags: readonly string[]) => readonly string[]) => void
}

function Tags({ tags, onChange }: TagsProps): ReactNode {
  const text = useText('audits')
  const [word, setWord] = useState('')
  function add(): void {
    const tag = word.trim()
    setWord('')
    if (tag !== '') onChange((before) => (before.includes(tag) ? before : [...before, tag]))
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && word === '') onChange((before) => before.slice(0, -1))
    else leaveOnEscape(event)
  }
  return (
    <div className="audit-field">
      <label htmlFor={tagField}>{text('remarks.tags')}</label>
      <p className="audit-tags">
        {tags.map((tag) => (
          <span key={tag} className="audit-tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              className="chats-icon-button"
              aria-label={text('remarks.untag', { tag })}
              onClick={() => onChange((before) => before.filter((one) => one !== tag))}
            >
              <IconX />
            </button>
          </span>
        ))}
        <input
          id={tagField}
          className="field"
          dir="auto"
          value={word}
          placeholder={text('remarks.tagPlaceholder')}
          onChange={(event) => setWord(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </p>
    </div>
  )
}

function leaveOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') event.currentTarget.blur()
}
