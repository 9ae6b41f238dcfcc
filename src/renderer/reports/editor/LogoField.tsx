import { type ReactNode, useState } from 'react'
import { largestLogo } from '../../../shared/reporting.ts'
import { Button } from '../../ui/Button.tsx'
import { IconPhoto, IconTrash } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { base64Of } from '../base64.ts'
import { FileChooser } from '../FileChooser.tsx'

interface LogoFieldProps {
  /** As a data URL. */
  readonly logo: string | null
  readonly onChange: (logo: string | null) => void
}

/** A picture for the head of every page. What is in it the engine looks at; its size is told at once. */
export function LogoField({ logo, onChange }: LogoFieldProps): ReactNode {
  const text = useText('reports')
  const [refused, refuse] = useState<'logo.tooLarge' | 'logo.kind' | null>(null)

  async function take(file: File): Promise<void> {
    if (file.size > largestLogo) return refuse('logo.tooLarge')
    if (!/^image\/(png|jpeg|svg\+xml)$/.test(file.type)) return refuse('logo.kind')
    refuse(null)
    onChange(await dataUrlOf(file))
  }
  return (
    <div className="logo-field">
      {logo !== null && (
        <span className="logo-paper">
          <img src={logo} alt={text('logo.alt')} />
        </span>
      )}
      <span className="logo-buttons">
        <FileChooser
          icon={<IconPhoto />}
          label={text(logo === null ? 'logo.choose' : 'logo.change')}
          accept="image/png,image/jpeg,image/svg+xml"
          onFile={(file) => void take(file)}
        />
        {logo !== null && (
          <Button quiet icon={<IconTrash />} onClick={() => onChange(null)}>
            {text('logo.remove')}
          </Button>
        )}
      </span>
      <p className="blocks-hint">{text('logo.hint')}</p>
      {refused !== null && (
        <p className="editor-wrong" role="alert">
          {text(refused)}
        </p>
      )}
    </div>
  )
}

async function dataUrlOf(file: File): Promise<string> {
  return `data:${file.type};base64,${base64Of(new Uint8Array(await file.arrayBuffer()))}`
}
