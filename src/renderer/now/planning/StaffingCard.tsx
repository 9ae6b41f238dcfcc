import { type ReactNode, useMemo, useState } from 'react'
import type { Scope } from '../../../shared/contract.ts'
import type { Staffing } from '../../../shared/planning.ts'
import { useAsk } from '../../api.ts'
import { openNumber, useNow } from '../../selection.ts'
import { Chart, type Colours } from '../../ui/Chart.tsx'
import { ChartCard } from '../../ui/ChartCard.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { pairOption } from './planningOptions.ts'
import {
  type StaffedHour,
  type StaffingDay,
  shortages,
  shownHours,
  staffingDays,
  staffingPeriod,
} from './plans.ts'
import { Key } from './Key.tsx'

const height = 220
const hourMs = 3_600_000
const shares = ['0.5', '0.7', '0.8', '0.9'] as const
/** Seconds, where the settings name none. */
const usualTarget = 60

/** Who was there in each hour of a day beside how many it takes to keep first responses in time. */
export function StaffingCard({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const now = useNow()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const [day, setDay] = useState<StaffingDay>('yesterday')
  const [share, setShare] = useState<(typeof shares)[number]>('0.5')
  const [minutes, setMinutes] = useState<number | null>(null)
  const target = minutes === null ? (settings?.targets.firstResponse ?? usualTarget) : minutes * 60
  const today = scope.from
  const period = useMemo(() => staffingPeriod(day, today, scope.zone), [day, today, scope.zone])
  const query = { scope: { ...scope, ...period }, target, share: Number(share) }
  const { data, failure, again, stale } = useAsk('staffing', [query], ['settings'], {
    enabled: now > 0 && settings !== undefined,
  })
  const controls = (
    <div className="plan-controls">
      <Choice
        label={text('staffing.day')}
        options={staffingDays.map((id) => ({ id, name: text(`staffing.${id}`) }))}
        chosen={day}
        onChange={setDay}
      />
      <label>
        {text('staffing.share')}
        <select
          className="field"
          value={share}
          onChange={(event) => setShare(shares.find((one) => one === event.target.value) ?? '0.5')}
        >
          {shares.map((one) => (
            <option key={one} value={one}>
              {format.rate(Number(one))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text('staffing.within')}
        <input
          className="field"
          type="number"
          min={0.5}
          max={120}
          step={0.5}
          value={target / 60}
          onChange={({ target: field }) => {
            const given = field.valueAsNumber
            if (given >= 0.5 && given <= 120) setMinutes(given)
          }}
        />
        {text('staffing.minutes')}
      </label>
    </div>
  )
  if (failure !== null || data === undefined)
    return (
      <Section place="staffing" title={text('staffing.title')}>
        {controls}
        {failure === null ? <Loading /> : <Failed failure={failure} again={again} />}
      </Section>
    )
  return <Hours staffing={data} scope={scope} controls={controls} stale={stale} />
}

function Hours({
  staffing,
  scope,
  controls,
  stale,
}: {
  readonly staffing: Staffing
  readonly scope: Scope
  readonly controls: ReactNode
  readonly stale: boolean
}): ReactNode {
  const text = useText('planning')
  const format = useFormat()
  const hours = useMemo(() => shownHours(staffing.hours), [staffing])
  const title = text('staffing.title')
  const names = [text('staffing.present'), text('staffing.needed')] as const
  const option = useMemo(
    () => (colours: Colours) =>
      pairOption({
        names,
        colours,
        axis: (value) => format.count(value),
        pairs: hours.map((hour) => ({
          label: format.time(hour.from).slice(0, 2),
          one: hour.present,
          other: hour.needed,
          tip: tipOf(hour, text, format),
        })),
      }),
    // The names hang on the words.
    // oxlint-disable-next-line react/exhaustive-deps
    [hours, text, format],
  )
  const columns = ['hour', 'arrivals', 'present', 'needed'].map((name) => text(`staffing.${name}`))
  const neededText = ({ needed }: StaffedHour) =>
    needed === null ? text('staffing.never') : format.count(needed)
  const opened = (hour: StaffedHour) =>
    ({
      metric: 'conversations_opened',
      scope: { ...scope, from: hour.from, to: hour.from + hourMs },
      key: {},
    }) as const
  return (
    <ChartCard
      place="staffing"
      title={title}
      subtitle={text('staffing.subtitle')}
      aside={<Key names={names} />}
      height={height}
      table={{
        title,
        columns: [
          { title: columns[0] ?? '', kind: 'text' },
          { title: columns[1] ?? '', kind: 'count' },
          { title: columns[2] ?? '', kind: 'score' },
          { title: columns[3] ?? '', kind: 'count' },
        ],
        rows: hours.map(({ from, arrivals, present, needed }) => [
          format.time(from),
          arrivals,
          present,
          needed ?? text('staffing.never'),
        ]),
        metrics: ['first_response_time'],
        opens: (row, column) => {
          const hour = hours[row]
          return column === 1 && hour !== undefined ? opened(hour) : null
        },
        notes: [staffingWords(staffing, text, format)],
      }}
    >
      {controls}
      {hours.length === 0 ? (
        <Empty why={text('staffing.none')} todo={text('staffing.noneTry')} />
      ) : (
        <>
          <p className="plan-sentence" data-stale={stale || undefined}>
            {staffingWords(staffing, text, format)}
          </p>
          <Chart
            option={option}
            height={height}
            label={`${title}, ${text('staffing.subtitle')}`}
            table={{
              columns,
              rows: hours.map((hour) => [
                format.time(hour.from),
                format.count(hour.arrivals),
                format.score(hour.present),
                neededText(hour),
              ]),
            }}
            onPick={({ index }) => {
              const hour = hours[index]
              if (hour !== undefined) openNumber(opened(hour))
            }}
          />
          <p className="plan-note">{text('staffing.note')}</p>
        </>
      )}
    </ChartCard>
  )
}

type Words = ReturnType<typeof useText>
type Figures = ReturnType<typeof useFormat>

function staffingWords({ hours, target, share, real }: Staffing, text: Words, format: Figures): string {
  const { short, hopeless, counted, outside } = shortages(hours)
  const goal = { share: format.rate(share), target: format.duration(target) }
  const list = short.map(({ from }) => format.time(from)).join(format.signs.list)
  const isHopeless = counted > 0 && hopeless.length === counted
  return [
    counted === 0
      ? text('staffing.nobodyCame')
      : isHopeless
        ? text('staffing.hopeless', goal)
        : short.length === 0
          ? text('staffing.enough', goal)
          : text('staffing.short', { ...goal, count: short.length, list }),
    isHopeless || hopeless.length === 0 ? '' : text('staffing.someHopeless', { count: hopeless.length }),
    real.inTarget === null ? '' : text('staffing.was', { was: format.rate(real.inTarget) }),
    outside === 0 ? '' : text('staffing.outside', { count: outside, shown: format.count(outside) }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function tipOf({ from, arrivals, present, needed }: StaffedHour, text: Words, format: Figures): string {
  return text('staffing.tip', {
    span: `${format.time(from)}–${format.time(from + hourMs)}`,
    arrivals: format.count(arrivals),
    present: format.score(present),
    needed: needed === null ? text('staffing.never') : format.count(needed),
  })
}
