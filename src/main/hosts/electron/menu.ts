import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The system's own roles only: they come translated and with the keys people know. The console's own keys are its page's. */
export function setMenu(platform: NodeJS.Platform): void {
  const app: MenuItemConstructorOptions[] =
    platform === 'darwin' ? [{ role: 'appMenu' }] : [{ role: 'fileMenu' }]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...app,
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
