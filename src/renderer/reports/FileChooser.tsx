import { type ReactNode, type RefObject, useRef } from 'react'
import { Button, type ButtonProps } from '../ui/Button.tsx'

interface FileChooserProps {
  readonly label: string
  /** As `accept` of a file field. */
  readonly accept: string
  readonly icon?: ReactNode
  readonly quiet?: boolean
  readonly disabled?: boolean
  readonly onFile: (file: File) => void
}

/** A button that asks for a file. The same file can be chosen twice in a row. */
export function FileChooser({ label, accept, onFile, ...look }: FileChooserProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <ChooseButton {...look} field={field}>
        {label}
      </ChooseButton>
      <input
        ref={field}
        className="unseen"
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}

function ChooseButton({
  field,
  ...rest
}: ButtonProps & { readonly field: RefObject<HTMLInputElement | null> }): ReactNode {
  return <Button {...rest} onClick={() => field.current?.click()} />
}
