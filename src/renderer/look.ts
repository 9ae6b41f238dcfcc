/** Theme, density and language as the page shows them. */
import { type Language, languages, type Settings, type Theme } from '../shared/contract.ts'
import { setLanguage } from './ui/text.ts'

export type Look = Pick<Settings, 'theme' | 'density' | 'language'>

const remembered = 'look'
const dark = matchMedia('(prefers-color-scheme: dark)')
let shown: Theme = 'system'

/** The theme follows the system while the window is open, unless one was chosen. */
dark.addEventListener('change', () => showTheme(shown))

/** Resolves when the page speaks the look's language. */
export async function showLook(look: Look): Promise<void> {
  showTheme(look.theme)
  document.documentElement.dataset['density'] = look.density
  localStorage.setItem(remembered, JSON.stringify(look satisfies Look))
  await setLanguage(look.language)
}

function showTheme(theme: Theme): void {
  shown = theme
  document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
}

/** The look of the last time, until the settings are known. */
export function rememberedLook(): Look {
  const nothing: Look = { theme: 'system', density: 'comfortable', language: null }
  try {
    const look = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Partial<Record<keyof Look, unknown>>
    return {
      theme: look.theme === 'light' || look.theme === 'dark' ? look.theme : nothing.theme,
      density: look.density === 'compact' ? 'compact' : nothing.density,
      language: languageOf(look.language),
    }
  } catch {
    return nothing
  }
}

function languageOf(value: unknown): Language | null {
  return languages.find((language) => language === value) ?? null
}
