import { useAsk } from '../api.ts'
import { useText } from '../ui/text.ts'

export interface PlaceSelectProps {
  readonly label: string
  /** Places that cannot be chosen again: `team:t1`, `channel:c1`. */
  readonly taken: readonly string[]
  readonly value: string
  readonly onChange: (place: string) => void
}

/** A team or a channel. */
export function PlaceSelect({ label, taken, value, onChange }: PlaceSelectProps) {
  const text = useText('settings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const groups = [
    ['team', workspace?.teams ?? []],
    ['channel', workspace?.channels ?? []],
  ] as const
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{text('placeSelect.choose')}</option>
      {groups.map(([kind, entries]) => (
        <optgroup key={kind} label={text(`placeSelect.${kind}`)}>
          {entries.map(({ id, name }) => (
            <option key={id} value={`${kind}:${id}`} disabled={taken.includes(`${kind}:${id}`)}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** The place a choice stands for. */
export function placeOf(choice: string): { readonly team: string } | { readonly channel: string } {
  const [kind = '', ...rest] = choice.split(':')
  const id = rest.join(':')
  return kind === 'team' ? { team: id } : { channel: id }
}
