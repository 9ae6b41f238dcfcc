import { api, useAsk } from '../api.ts'
import { saveSettings } from '../settings/saveSettings.ts'
import { goTo, openAgent, places, useSelection } from '../selection.ts'
import { useFoundCommands } from './useFoundCommands.ts'
import { commandKeys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { languages, type Theme } from '../../shared/contract.ts'
import { languageNames } from '../../shared/languages.ts'

export interface Command {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly keys?: string
  /** Found for what was typed: shown whatever its label says. */
  readonly found?: boolean
  readonly run: () => void
}

export interface CommandGroup {
  readonly value: string
  readonly items: readonly Command[]
}

const themes: readonly Theme[] = ['system', 'light', 'dark']

/** What the palette offers: places, people, what is found in chats for the words typed, then what can be done. */
export function usePaletteGroups(typed: string): readonly CommandGroup[] {
  const text = useText('frame')
  const settingsText = useText('settings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { compare, choose } = useSelection()
  const teamNames = new Map(workspace?.teams.map((team) => [team.id, team.name]))
  const toPlaces = places.map((place, index) => ({
    value: `place ${place}`,
    label: text(`place.${place}`),
    keys: commandKeys(String(index + 1)),
    run: () => goTo(place),
  }))
  const toAgents = (workspace?.agents ?? []).map((agent) => ({
    value: `agent ${agent.id}`,
    label: agent.name,
    hint: agent.teams.map((team) => teamNames.get(team) ?? team).join(', '),
    run: () => openAgent(agent.id),
  }))
  const look = [
    ...themes.map((theme) => ({
      value: `theme ${theme}`,
      label: settingsText('look.themeIs', { theme: settingsText(`look.${theme}`) }),
      run: () => void saveSettings({ theme }),
    })),
    ...languages.map((language) => ({
      value: `language ${language}`,
      label: settingsText('look.languageIs', { language: languageNames[language] }),
      run: () => void saveSettings({ language }),
    })),
    {
      value: 'density',
      label: settingsText(settings?.density === 'compact' ? 'look.toComfortable' : 'look.toCompact'),
      run: () => void saveSettings({ density: settings?.density === 'compact' ? 'comfortable' : 'compact' }),
    },
  ]
  const doing = [
    {
      value: 'compare',
      label: text(compare ? 'palette.compareOff' : 'palette.compareOn'),
      run: () => choose({ compare: !compare }),
    },
    {
      value: 'clear',
      label: text('palette.clear'),
      run: () =>
        choose({ teams: [], channels: [], agents: [], categories: [], zone: null, hours: 'calendar' }),
    },
    { value: 'sync', label: text('palette.sync'), run: () => void api.syncNow(null).catch(() => undefined) },
  ]
  const inChats = useFoundCommands(typed)
  return [
    { value: text('palette.places'), items: toPlaces },
    { value: text('palette.agents'), items: toAgents },
    inChats,
    { value: text('palette.commands'), items: [...doing, ...look] },
  ].filter((group) => group.items.length > 0)
}
