import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/contract.ts'
import { menuWords, type Words } from '../../print/words.ts'

const appName = 'Floorwalker'
const apart: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The system's own roles only, with the keys people know, in the console's language: a role names itself in English,
 * whatever the system speaks. The console's own keys are its page's.
 */
export function setMenu(platform: NodeJS.Platform, language: Language): void {
  const words = menuWords(language)
  const first = platform === 'darwin' ? appMenu(words) : fileMenu(words)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([first, editMenu(words), viewMenu(words), windowMenu(words, platform)]),
  )
}

function appMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: appName,
    submenu: [
      { role: 'about', label: words('about', { app: appName }) },
      apart,
      { role: 'services', label: words('services') },
      apart,
      { role: 'hide', label: words('hide', { app: appName }) },
      { role: 'hideOthers', label: words('hideOthers') },
      { role: 'unhide', label: words('showAll') },
      apart,
      { role: 'quit', label: words('quitApp', { app: appName }) },
    ],
  }
}

function fileMenu(words: Words): MenuItemConstructorOptions {
  return { label: words('file'), submenu: [{ role: 'quit', label: words('quit') }] }
}

function editMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words('edit'),
    submenu: [
      { role: 'undo', label: words('undo') },
      { role: 'redo', label: words('redo') },
      apart,
      { role: 'cut', label: words('cut') },
      { role: 'copy', label: words('copy') },
      { role: 'paste', label: words('paste') },
      { role: 'delete', label: words('delete') },
      apart,
      { role: 'selectAll', label: words('selectAll') },
    ],
  }
}

function viewMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: words('view'),
    submenu: [
      { role: 'resetZoom', label: words('resetZoom') },
      { role: 'zoomIn', label: words('zoomIn') },
      { role: 'zoomOut', label: words('zoomOut') },
      apart,
      { role: 'togglefullscreen', label: words('fullScreen') },
    ],
  }
}

function windowMenu(words: Words, platform: NodeJS.Platform): MenuItemConstructorOptions {
  const minimize: MenuItemConstructorOptions = { role: 'minimize', label: words('minimize') }
  const submenu: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [minimize, { role: 'zoom', label: words('zoom') }, apart, { role: 'front', label: words('front') }]
      : [minimize, { role: 'close', label: words('close') }]
  return { role: 'window', label: words('window'), submenu }
}
