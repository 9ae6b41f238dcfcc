import type { ReactNode } from 'react'
import type { ScoreFigure, ScoreRow, ShareFigure } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { IntervalBar, scaleFor, type ScoreScale } from '../IntervalBar.tsx'
import { intervalText, scoreText, shareText } from './scoreText.ts'

export interface ScoreTableRow extends ScoreRow {
  readonly name: string
  /** Opens what is behind the name. */
  readonly open?: () => void
}

interface ScoreTableProps {
  /** Who or what the rows are. */
  readonly head: string
  readonly rows: readonly ScoreTableRow[]
  /** Everything together, drawn as the last row. */
  readonly total?: { readonly score: ScoreFigure; readonly failed: ShareFigure }
  /** Whether rows are compared with each other: ranks, and what would separate them. */
  readonly compared?: boolean
  /** For a side column: without the share that failed. */
  readonly short?: boolean
}

/** Scores with the number of reviews, the interval drawn on one scale, and what may be said of their order. */
export function ScoreTable({ head, rows, total, compared, short }: ScoreTableProps): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const scale = scaleFor(rows.map(({ score }) => score))
  return (
    <table className="score-table">
      <thead>
        <tr>
          {compared === true && (
            <th className="figure">
              <span className="unseen">{text('rank')}</span>
            </th>
          )}
          <th>{head}</th>
          <th className="figure">{text('reviews')}</th>
          <th className="figure">{text('score')}</th>
          <th className="figure">{text('interval')}</th>
          <th className="score-bar">
            <span className="unseen">{text('drawn')}</span>
            <span aria-hidden="true" className="score-scale">
              <span>{scale.from}</span>
              <span>100</span>
            </span>
          </th>
          {short !== true && <th className="figure">{text('failed')}</th>}
          {compared === true && <th>{text('order')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.key ?? ''}
            row={row}
            scale={scale}
            compared={compared === true}
            short={short === true}
          />
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={compared === true ? 2 : 1}>
              {text('all')}
            </th>
            <Figures score={total.score} scale={scale} accent={false} />
            <td className="figure" title={text('ofReviews', { count: total.failed.of })}>
              {shareText(total.failed, format) ?? '–'}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

interface RowProps {
  readonly row: ScoreTableRow
  readonly scale: ScoreScale
  readonly compared: boolean
  readonly short: boolean
}

function Row({ row, scale, compared, short }: RowProps): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <tr>
      {compared && <td className="figure score-rank">{row.rank === null ? '' : format.count(row.rank)}</td>}
      <th scope="row">
        {row.open === undefined ? (
          <bdi>{row.name}</bdi>
        ) : (
          <button type="button" className="opens" dir="auto" onClick={row.open}>
            {row.name}
          </button>
        )}
      </th>
      <Figures score={row.score} scale={scale} accent />
      {!short && (
        <td className="figure" title={text('ofReviews', { count: row.failed.of })}>
          {shareText(row.failed, format) ?? '–'}
        </td>
      )}
      {compared && (
        <td className="score-note">
          {row.moreToSeparate !== null && text('separate', { count: row.moreToSeparate })}
        </td>
      )}
    </tr>
  )
}

interface FiguresProps {
  readonly score: ScoreFigure
  readonly scale: ScoreScale
  readonly accent: boolean
}

function Figures({ score, scale, accent }: FiguresProps): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <>
      <td className="figure score-n">{format.count(score.n)}</td>
      <td className="figure score-mean">{scoreText(score.mean, format)}</td>
      <td className="figure score-n">{intervalText(score, format) ?? text('few')}</td>
      <td className="score-bar">
        <IntervalBar score={score} scale={scale} accent={accent} />
      </td>
    </>
  )
}
