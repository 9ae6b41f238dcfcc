import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { fillFrame } from './fillFrame.ts'
import './PageFrame.css'

export interface PageFrameHandle {
  /** Opens the browser's print dialogue for this page alone. */
  print(): void
}

export interface PageFrameProps {
  readonly html: string
  readonly title: string
  readonly ref?: Ref<PageFrameHandle>
}

/**
 * A page to print, in a frame of its own. `allow-same-origin` lets us put its nodes and style sheet in, `allow-modals`
 * lets us print it; without `allow-scripts` nothing in it can run, and the frame inherits the console's policy.
 */
export function PageFrame({ html, title, ref }: PageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current !== null) fillFrame(frame.current, html)
  }, [html])
  useImperativeHandle(ref, () => ({ print: () => frame.current?.contentWindow?.print() }), [])
  return <iframe ref={frame} className="page-frame" sandbox="allow-same-origin allow-modals" title={title} />
}
