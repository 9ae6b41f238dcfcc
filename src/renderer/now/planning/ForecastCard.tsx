import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Scope } from '../../../shared/contract.ts'
import type { Forecast } from '../../../shared/planning.ts'
import { answers, useAsk } from '../../api.ts'
import { useNow } from '../../selection.ts'
import { Chart, type Colours } from '../../ui/Chart.tsx'
import { ChartCard } from '../../ui/ChartCard.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { forecastOption } from './planningOptions.ts'
import { type ForecastDay, type ForecastStep, outlook, stepsOn } from './plans.ts'

const height = 220
/** A forecast moves with each conversation; nobody needs it more often. Milliseconds. */
const askAgainAfter = 60_000

/** What is still to come today, or all of tomorrow, with how wrong such forecasts were. */
export function ForecastCard({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('planning')
  const known = useNow() > 0
  const { data, failure, again, stale } = useAsk('forecast', [{ scope }], ['settings'], {
    enabled: known,
  })
  const [day, setDay] = useState<ForecastDay>('today')
  useEffect(() => {
    const timer = setInterval(
      () => void answers.invalidateQueries({ queryKey: ['forecast', { scope }] }, { cancelRefetch: false }),
      askAgainAfter,
    )
    return () => clearInterval(timer)
  }, [scope])
  const choice = (
    <Choice
      label={text('forecast.day')}
      options={(['today', 'tomorrow'] as const).map((id) => ({ id, name: text(`forecast.${id}`) }))}
      chosen={day}
      onChange={setDay}
    />
  )
  if (data === undefined || data.steps.length === 0)
    return (
      <Section place="forecast" title={text('forecast.title')}>
        {data !== undefined ? (
          <Empty why={text('forecast.none')} todo={text('forecast.noneTry')} />
        ) : failure === null ? (
          <Loading />
        ) : (
          <Failed failure={failure} again={again} />
        )}
      </Section>
    )
  return <Steps forecast={data} day={day} zone={scope.zone} choice={choice} stale={stale} />
}

function Steps({
  forecast,
  day,
  zone,
  choice,
  stale,
}: {
  readonly forecast: Forecast
  readonly day: ForecastDay
  readonly zone: string
  readonly choice: ReactNode
  readonly stale: boolean
}): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const steps = useMemo(() => stepsOn(forecast, day, zone), [forecast, day, zone])
  const title = text('forecast.title')
  const subtitle = text('forecast.subtitle')
  const rows = steps.map(({ from, expected, low, high }) => [format.time(from), expected, low, high] as const)
  const columns = ['time', 'expected', 'low', 'high'].map((name) => text(`forecast.${name}`))
  const option = useMemo(
    () => (colours: Colours) =>
      forecastOption({
        steps,
        format,
        colours,
        words: {
          expected: text('forecast.expected').toLowerCase(),
          tip: ({ from, ...step }: ForecastStep) =>
            text('forecast.tip', {
              span: `${format.time(from)}–${format.time(from + forecast.stepSeconds * 1000)}`,
              expected: format.score(step.expected),
              low: format.score(step.low),
              high: format.score(step.high),
            }),
        },
      }),
    [steps, format, text, forecast.stepSeconds],
  )
  return (
    <ChartCard
      place="forecast"
      title={title}
      subtitle={subtitle}
      height={height}
      table={{
        title,
        columns: columns.map((column, index) => ({ title: column, kind: index === 0 ? 'text' : 'score' })),
        rows,
        metrics: ['conversations_opened'],
        notes: [errorWords(forecast, text, format)],
      }}
    >
      <div className="plan-controls">{choice}</div>
      <p className="plan-sentence" data-stale={stale || undefined}>
        {outlookWords(steps, forecast.stepSeconds, day, text, format)}
      </p>
      <Chart
        option={option}
        height={height}
        label={`${title}, ${subtitle}`}
        table={{
          columns,
          rows: rows.map(([time, ...figures]) => [time, ...figures.map((figure) => format.score(figure))]),
        }}
      />
      <p className="plan-note">{errorWords(forecast, text, format)}</p>
    </ChartCard>
  )
}

type Words = ReturnType<typeof useText>
type Figures = ReturnType<typeof useFormat>

function outlookWords(
  steps: readonly ForecastStep[],
  stepSeconds: number,
  day: ForecastDay,
  text: Words,
  format: Figures,
): string {
  const { expected, busiest } = outlook(steps, stepSeconds)
  const count = Math.round(expected)
  const values = { count, shown: format.count(count) }
  if (busiest === null) return text(`forecast.quiet.${day}`)
  return text(`forecast.outlook.${day}`, {
    ...values,
    from: format.time(busiest.from),
    to: format.time(busiest.to),
  })
}

function errorWords({ error, covered }: Forecast, text: Words, format: Figures): string {
  if (error.model === null) return text('forecast.errorUnknown')
  return [
    text('forecast.error', {
      days: error.days,
      model: format.rate(error.model),
      lastWeek: format.rate(error.lastWeek),
      fourWeeks: format.rate(error.fourWeeks),
    }),
    ...(covered === null ? [] : [text('forecast.covered', { covered: format.rate(covered) })]),
  ].join(' ')
}
