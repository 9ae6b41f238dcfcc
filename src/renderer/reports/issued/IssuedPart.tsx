import type { ReactNode } from 'react'
import { PageHead } from '../../ui/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { CheckFile } from './CheckFile.tsx'
import { FindFootnote } from './FindFootnote.tsx'
import { IssuedTable } from './IssuedTable.tsx'
import './issued.css'

/** What was handed out, whether a file is still that, and what stands behind a number in it. */
export function IssuedPart(): ReactNode {
  const text = useText('reports')
  return (
    <div className="page">
      <PageHead title={text('part.issued')} sentence={text('issued.sentence')} />
      <div className="issued-columns">
        <IssuedTable />
        <div className="issued-side">
          <CheckFile />
          <FindFootnote />
        </div>
      </div>
    </div>
  )
}
