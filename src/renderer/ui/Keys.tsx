import './Keys.css'

/** A key cap, as in `Esc` or `⌘K`. Read out by the control it stands in, so hidden from it here. */
export function Keys({ children }: { readonly children: string }) {
  return (
    <kbd className="keys" aria-hidden="true">
      {children}
    </kbd>
  )
}

const apple = /mac|iphone|ipad/i.test(navigator.userAgent)

/** `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function commandKeys(key: string): string {
  return apple ? `⌘${key}` : `Ctrl ${key}`
}

/** Whether the event carries the platform's command key. */
export function hasCommandKey(event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean {
  return apple ? event.metaKey : event.ctrlKey
}

/** Whether the person is writing, so that single letters are no commands. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select')
  )
}
