import './Choice.css'

export interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly id: T; readonly name: string }[]
  readonly chosen: T
  readonly onChange: (chosen: T) => void
}

/** A few choices side by side, one of them taken: radio buttons drawn as one control. */
export function Choice<T extends string>({ label, options, chosen, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend className="unseen">{label}</legend>
      {options.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name={label} checked={id === chosen} onChange={() => onChange(id)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}
