/** Whether this screen may show notifications of the browser. The desktop's host shows its own and needs no leave. */
export type Permission = 'default' | 'granted' | 'denied'

export function permission(): Permission {
  if (window.transport !== undefined) return 'granted'
  return 'Notification' in window ? Notification.permission : 'denied'
}

/** Asks once, where nobody answered yet. Only ever called because somebody pressed something. */
export async function askPermission(): Promise<Permission> {
  return permission() === 'default' ? Notification.requestPermission() : permission()
}
