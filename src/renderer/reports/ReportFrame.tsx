import { useEffect, useRef } from 'react'
import { fillFrame } from './fillFrame.ts'

/**
 * The printed page in a frame of its own. `allow-same-origin` lets us put its nodes and style sheet in; without
 * `allow-scripts` nothing in it can run, and the frame inherits the console's policy.
 */
export function ReportFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    if (frame.current !== null) fillFrame(frame.current, html)
  }, [html])
  return <iframe ref={frame} className="report-frame" sandbox="allow-same-origin" title={title} />
}
