import { describe, expect, it, vi } from 'vitest'
import { languages } from '../../../../src/shared/contract.ts'
import { electron, system } from '../../../support/electron.ts'

vi.mock('electron', () => electron)
const { setMenu } = await import('../../../../src/main/hosts/electron/menu.ts')

describe('the window’s menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)(
    'has a word for each item in every language (%s)',
    (platform) => {
      const labels = languages.map((language) => {
        setMenu(platform, language)
        return system.menu.flatMap(({ label, submenu = [] }) => [
          label,
          ...submenu.filter(({ type }) => type !== 'separator').map((item) => item.label),
        ])
      })
      const [english = [], ...others] = labels
      // A key without words would stand for itself.
      for (const label of labels.flat()) expect(label).toMatch(/^[^a-z{}][^{}]*$/)
      for (const other of others) {
        expect(other).toHaveLength(english.length)
        // The name of the app, and French's services.
        expect(other.filter((label, index) => label === english[index]).length).toBeLessThanOrEqual(2)
      }
    },
  )

  it('names the app where macOS wants it', () => {
    setMenu('darwin', 'fr')
    expect(system.menu[0]?.submenu?.map(({ label }) => label)).toContain('À propos de Floorwalker')
  })
})
