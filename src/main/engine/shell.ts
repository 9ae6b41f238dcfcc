import type { Language } from '../../shared/contract.ts'
import type { Notice } from '../../shared/telling.ts'
import type { StartChild } from '../questions/child.ts'

/** `by_page`: this host has none of its own, its pages show it (`told`); `not`: nobody can. */
export type Notified = 'shown' | 'by_page' | 'not'

export interface PageToPrint {
  readonly html: string
  readonly title: string
}

/** Where a large file is written. */
export interface FileTarget {
  readonly path: string
  /** To be called when it is there whole; answers what `saveFile` would. */
  keep(): Promise<string>
}

/**
 * What only a host can do. Electron, the web console and the command line each implement it; what a host lacks is a
 * quiet implementation, not an `if` in the engine.
 */
export interface Shell {
  /** What the person's system speaks, told in where nobody chose a language. Absent: the host does not know it. */
  readonly language?: Language
  /** Lets the person keep a file; answers its path or name, or null when they changed their mind. Never overwrites unasked. */
  saveFile(file: {
    readonly name: string
    readonly type: string
    readonly bytes: Uint8Array
  }): Promise<string | null>
  /** Lets the person say where a large file is to be, before it is made; null when they changed their mind. */
  chooseFile(file: { readonly name: string; readonly type: string }): Promise<FileTarget | null>
  /**
   * Prints one self-contained page to PDF with nothing loaded from anywhere; what prints is made ready while the page is yet
   * to come. Throws `Failed` where no browser can be had, and whatever `page` throws.
   */
  printPdf(page: PageToPrint | Promise<PageToPrint>): Promise<Uint8Array>
  /** Lets the person choose a folder; null when they changed their mind. Absent: this host has no such dialog. */
  chooseFolder?(): Promise<string | null>
  /** Keeps a secret in the system's keychain, or in memory where there is none. */
  keepSecret(name: string, value: string | null): Promise<void>
  readSecret(name: string): Promise<string | null>
  /** Only its pages show notices, and none is open at first: `Engine.watchTelling` says when. */
  readonly tellsByPages?: true
  /** Shows a notification of the system, or says why not. */
  notify(notice: Notice): Notified
  /** Starts a program of ours as a process of its own. Absent: as Node does it. */
  readonly startChild?: StartChild
  /** The number on the app's icon. */
  badge(count: number): void
}
