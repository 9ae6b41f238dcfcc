import { type ReactNode, useMemo } from 'react'
import type { ReplayFigures, WhatIf } from '../../../shared/planning.ts'
import { Chart, type Colours } from '../../ui/Chart.tsx'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { Key } from './Key.tsx'
import { pairOption } from './planningOptions.ts'
import { comparedFigures, cutAt, livelyHours } from './plans.ts'

const height = 180

type Words = ReturnType<typeof useText>
type Figures = ReturnType<typeof useFormat>

/** What was, what the model makes of the same shifts and of the changed ones, with how wrong it is. */
export function WhatIfResult({
  answer,
  changed,
  stale,
}: {
  readonly answer: WhatIf
  /** Shifts were changed: without, there is nothing to compare with. */
  readonly changed: boolean
  readonly stale: boolean
}): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  if (answer.real.conversations === 0) return <p className="plan-note">{text('whatIf.none')}</p>
  return (
    <div className="plan-result" data-stale={stale || undefined}>
      {changed && <p className="plan-sentence">{changeWords(answer, text, format)}</p>}
      <FiguresTable answer={answer} changed={changed} />
      <p className="plan-note">{errorWords(answer, text, format)}</p>
      <ByHour answer={answer} changed={changed} />
    </div>
  )
}

function FiguresTable({
  answer,
  changed,
}: {
  readonly answer: WhatIf
  readonly changed: boolean
}): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const columns = changed ? (['real', 'modelled', 'changed'] as const) : (['real', 'modelled'] as const)
  return (
    <table className="plan-figures">
      <caption className="unseen">{text('whatIf.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">
            {text('whatIf.conversations', {
              count: answer.real.conversations,
              shown: format.count(answer.real.conversations),
            })}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="figure">
              {text(`whatIf.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {comparedFigures.map(([figure, kind]) => (
          <tr key={figure}>
            <th scope="row">{text(`whatIf.figure.${figure}`)}</th>
            {columns.map((column) => (
              <td key={column} className="figure">
                {format[kind](answer[column][figure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Both bars are of the model: its own error then lies in both alike. */
function ByHour({ answer, changed }: { readonly answer: WhatIf; readonly changed: boolean }): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const hours = useMemo(() => livelyHours(answer.byHour), [answer])
  const names = changed
    ? ([text('whatIf.modelled'), text('whatIf.changed')] as const)
    : ([text('whatIf.real'), text('whatIf.modelled')] as const)
  const bars = hours.map((hour) => ({
    one: minutesOf(changed ? hour.modelled : hour.real),
    other: minutesOf(changed ? hour.changed : hour.modelled),
  }))
  const top = cutAt(bars.flatMap(({ one, other }) => [one, other]))
  const label =
    top === null ? text('whatIf.byHour') : text('whatIf.byHourCut', { top: format.duration(top * 60) })
  const option = useMemo(
    () => (colours: Colours) =>
      pairOption({
        names,
        colours,
        top,
        axis: (value) => (Number.isInteger(value) ? format.count(value) : format.score(value)),
        pairs: hours.map((hour, index) => ({
          label: hourText(hour.hour).slice(0, 2),
          one: bars[index]?.one ?? null,
          other: bars[index]?.other ?? null,
          tip: tipOf(hour, changed, text, format),
        })),
      }),
    // Names, bars and their top hang on these.
    // oxlint-disable-next-line react/exhaustive-deps
    [hours, changed, text, format],
  )
  const shown = changed ? (['real', 'modelled', 'changed'] as const) : (['real', 'modelled'] as const)
  return (
    <>
      <div className="plan-chart-head">
        <h3>{label}</h3>
        <Key names={names} />
      </div>
      <Chart
        option={option}
        height={height}
        label={label}
        table={{
          columns: [
            text('whatIf.hour'),
            text('whatIf.arrivals'),
            text('whatIf.present'),
            ...(changed ? [text('whatIf.changedPresent')] : []),
            ...shown.map((column) => text(`whatIf.${column}`)),
          ],
          rows: hours.map((hour) => [
            hourText(hour.hour),
            format.count(hour.arrivals),
            format.score(hour.present),
            ...(changed ? [format.score(hour.changedPresent)] : []),
            ...shown.map((column) => format.duration(hour[column])),
          ]),
        }}
      />
    </>
  )
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

function minutesOf(seconds: number | null): number | null {
  return seconds === null ? null : seconds / 60
}

function tipOf(hour: WhatIf['byHour'][number], changed: boolean, text: Words, format: Figures): string {
  const lines = [
    text('whatIf.tip', {
      hour: hourText(hour.hour),
      arrivals: format.count(hour.arrivals),
      present: format.score(hour.present),
    }),
    `${text('whatIf.real')} ${format.duration(hour.real)}`,
    `${text('whatIf.modelled')} ${format.duration(hour.modelled)}`,
  ]
  return (changed ? [...lines, `${text('whatIf.changed')} ${format.duration(hour.changed)}`] : lines).join(
    '\n',
  )
}

/** What the change makes of the model, never of what was: the model's own error is in both. */
function changeWords({ modelled, changed }: WhatIf, text: Words, format: Figures): string {
  const of = (name: string, value: (figures: ReplayFigures) => string) =>
    text(`whatIf.sentence.${name}`, { before: value(modelled), after: value(changed) })
  return text('whatIf.sentence.all', {
    response: of('response', ({ medianFirstResponse }) => format.duration(medianFirstResponse)),
    inTarget: of('inTarget', ({ inTarget }) => format.rate(inTarget)),
    utilization: of('utilization', ({ utilization }) => format.rate(utilization)),
  })
}

function errorWords({ error }: WhatIf, text: Words, format: Figures): string {
  if (error.firstResponse === null) return text('whatIf.errorUnknown')
  return text('whatIf.error', {
    weeks: Math.round(error.days / 7),
    response: format.rate(error.firstResponse),
    lastWeek: format.rate(error.naiveLastWeek),
    mean: format.rate(error.naiveMean),
    wait: format.rate(error.wait),
    utilization: format.rate(error.utilization),
  })
}
