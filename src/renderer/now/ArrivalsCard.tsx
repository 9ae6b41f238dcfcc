import { type ReactNode, useMemo } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Arrivals } from '../../shared/live.ts'
import { openNumber } from '../selection.ts'
import { Chart, type Colours } from '../ui/Chart.tsx'
import { ChartCard } from '../ui/ChartCard.tsx'
import { useFormat } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { type ArrivalStep, arrivalSteps } from './arrivals.ts'
import { arrivalsOption } from './arrivalsOption.ts'
import { useScreen } from './screen.ts'

interface ArrivalsCardProps {
  readonly arrivals: Arrivals
  readonly at: number
  readonly scope: Scope
}

/** Pixels of the design. */
const height = { desk: 232, wall: 132 }

/** What comes in today, against the usual day and what is expected still; a point opens its conversations. */
export function ArrivalsCard({ arrivals, at, scope }: ArrivalsCardProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const language = useLanguage()
  const { wall, unit } = useScreen()
  // Nothing is drawn anew within a step but the step's own count.
  const length = arrivals.stepSeconds * 1000
  const stepped = at - ((at - arrivals.from) % length)
  const steps = useMemo(() => arrivalSteps(arrivals, stepped), [arrivals, stepped])
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: scope.zone }).format(at)
  const subtitle = text(arrivals.usual === null ? 'arrivals.subtitlePlain' : 'arrivals.subtitle', { weekday })
  const title = text('arrivals.title')
  const columns = ['time', 'today', 'usual', 'low', 'high', 'expected'].map((name) =>
    text(`arrivals.${name}`),
  )
  const rows = steps.map((step) => cellsOf(step))
  const option = useMemo(
    () => (colours: Colours) =>
      arrivalsOption({
        steps,
        format,
        colours,
        unit,
        words: {
          today: text('arrivals.today').toLocaleLowerCase(language),
          usual: text('arrivals.usual').toLocaleLowerCase(language),
          tip: (step) => tipOf(step, text, format),
        },
      }),
    // The words hang on the language alone.
    // oxlint-disable-next-line react/exhaustive-deps
    [steps, format, unit, language],
  )
  const opened = (step: ArrivalStep | undefined) =>
    step === undefined || step.today === null
      ? null
      : ({
          metric: 'conversations_opened',
          scope: { ...scope, from: step.from, to: step.to },
          key: {},
        } as const)
  const chart =
    steps.length === 0 ? (
      <p className="now-calm">{text('arrivals.none')}</p>
    ) : (
      <Chart
        option={option}
        height={height[wall ? 'wall' : 'desk'] * unit}
        label={`${title}, ${subtitle}`}
        table={{
          columns,
          rows: rows.map(([from, ...figures]) => [
            format.time(from),
            ...figures.map((figure) => format.count(figure)),
          ]),
        }}
        onPick={({ index }) => {
          const query = wall ? null : opened(steps[index])
          if (query !== null) openNumber(query)
        }}
      />
    )
  if (wall)
    return (
      <Section place="arrivals" title={title} subtitle={subtitle}>
        {chart}
      </Section>
    )
  return (
    <ChartCard
      place="arrivals"
      title={title}
      subtitle={subtitle}
      height={height.desk}
      table={{
        title,
        columns: columns.map((column, index) => ({ title: column, kind: index === 0 ? 'text' : 'count' })),
        rows: rows.map(([from, ...figures]) => [format.time(from), ...figures]),
        metrics: ['conversations_opened'],
        opens: (row, column) => (column === 1 ? opened(steps[row]) : null),
        notes: [subtitle],
      }}
    >
      {chart}
    </ChartCard>
  )
}

type Figures = readonly [from: number, ...figures: (number | null)[]]

function cellsOf({ from, today, usual, forecast }: ArrivalStep): Figures {
  return [
    from,
    today,
    usual?.median ?? null,
    usual?.low ?? null,
    usual?.high ?? null,
    forecast?.expected ?? null,
  ]
}

function tipOf(
  step: ArrivalStep,
  text: ReturnType<typeof useText>,
  format: ReturnType<typeof useFormat>,
): string {
  const span = `${format.time(step.from)}–${format.time(step.to)}`
  const range = ({ low, high }: { readonly low: number; readonly high: number }) => ({
    low: format.count(low),
    high: format.count(high),
  })
  return [
    step.today === null
      ? span
      : text(step.unfinished ? 'arrivals.tipSoFar' : 'arrivals.tipToday', { span, count: step.today }),
    ...(step.usual === null
      ? []
      : [text('arrivals.tipUsual', { median: format.count(step.usual.median), ...range(step.usual) })]),
    ...(step.forecast === null
      ? []
      : [
          text('arrivals.tipExpected', {
            expected: format.count(step.forecast.expected),
            ...range(step.forecast),
          }),
        ]),
    ...(step.today === null ? [] : [text('arrivals.tipOpens')]),
  ].join('\n')
}
