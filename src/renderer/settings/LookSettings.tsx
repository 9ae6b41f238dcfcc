import type { ReactNode } from 'react'
import { type Language, languages, type Settings, type Theme } from '../../shared/contract.ts'
import { languageNames } from '../../shared/languages.ts'
import { Choice } from '../ui/Choice.tsx'
import { useText } from '../ui/text.ts'
import { saveSettings } from './saveSettings.ts'
import { Section } from './Section.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const densities: readonly Settings['density'][] = ['comfortable', 'compact']

/** Theme, density, language. */
export function LookSettings({ settings }: { readonly settings: Settings }) {
  const text = useText('settings')
  return (
    <Section title={text('look.title')} about={text('look.about')}>
      <Row label={text('look.theme')}>
        <Choice
          label={text('look.theme')}
          options={themes.map((id) => ({ id, name: text(`look.${id}`) }))}
          chosen={settings.theme}
          onChange={(theme) => void saveSettings({ theme })}
        />
      </Row>
      <Row label={text('look.density')}>
        <Choice
          label={text('look.density')}
          options={densities.map((id) => ({ id, name: text(`look.${id}`) }))}
          chosen={settings.density}
          onChange={(density) => void saveSettings({ density })}
        />
      </Row>
      <Row label={text('look.language')}>
        <Choice<Language | 'system'>
          label={text('look.language')}
          options={[
            { id: 'system', name: text('look.system') },
            ...languages.map((id) => ({ id, name: languageNames[id] })),
          ]}
          chosen={settings.language ?? 'system'}
          onChange={(language) => void saveSettings({ language: language === 'system' ? null : language })}
        />
      </Row>
    </Section>
  )
}

/** The choice names itself, so the word beside it is for the eye only. */
function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="line">
      <span aria-hidden="true">{label}</span>
      <div className="line-control">{children}</div>
    </div>
  )
}
