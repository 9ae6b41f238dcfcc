import type { CompareQuery, Figure } from '../../../shared/contract.ts'
import { definitions } from '../../../shared/definitions.ts'
import type { MetricId } from '../../../shared/metrics.ts'
import { useAsk } from '../../api.ts'
import { valueText } from '../../../shared/valueText.ts'
import { openConversation, useScope } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import type { Format } from '../../ui/numbers.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

const shownConversations = 12

/** Both figures for the period chosen above, and which choice makes which part of the difference. */
export function Compared({ metric, one, other }: Omit<CompareQuery, 'scope'>) {
  const text = useText('settings')
  const format = useFormat()
  const scope = useScope()
  const { data, failure, again, stale } = useAsk(
    'compareDefinitions',
    [{ metric, scope, one, other }],
    ['numbers', 'settings'],
  )
  if (failure !== null) return <Failed failure={failure} again={again} />
  if (data === undefined) return <Loading widths={[30, 60, 60]} />
  return (
    <div className="compared" data-stale={stale || undefined}>
      <div className="compared-figures">
        {([one, other] as const).map((name, index) => (
          <div key={index === 0 ? 'one' : 'other'}>
            <span className="compared-name">{definitions[name].name}</span>
            <span className="compared-value">
              {figureText(format, metric, index === 0 ? data.one : data.other)}
            </span>
            <span className="compared-of">
              {sampleText(index === 0 ? data.one : data.other, format, text)}
            </span>
          </div>
        ))}
      </div>
      {one === other || data.rules.length === 0 ? (
        <p className="line-hint">{text('definitions.same')}</p>
      ) : (
        <table className="compared-rules">
          <thead>
            <tr>
              <th scope="col">{text('definitions.choice')}</th>
              <th scope="col">{definitions[one].name}</th>
              <th scope="col">{definitions[other].name}</th>
              <th scope="col" className="number">
                {text('definitions.alone', { name: definitions[one].name })}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rules.map(({ rule, one: mine, other: theirs, taken }) => (
              <tr key={rule}>
                <th scope="row">{text(`definitions.rule.${rule}`)}</th>
                <td>{choiceText(text, rule, mine)}</td>
                <td>{choiceText(text, rule, theirs)}</td>
                <td className="number">{figureText(format, metric, taken)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.changedTotal > 0 && (
        <>
          <h3>{text('definitions.changed', { count: data.changedTotal })}</h3>
          <ul className="compared-chats">
            {data.changed.slice(0, shownConversations).map((chat) => (
              <li key={`${chat.conversation} ${chat.one} ${chat.other}`}>
                <button
                  type="button"
                  className="link"
                  dir="auto"
                  onClick={() => openConversation(chat.conversation)}
                >
                  {chat.contact}
                </button>
                <span className="number">{valueText(format, metric, chat.one)}</span>
                <span aria-hidden>→</span>
                <span className="number">{valueText(format, metric, chat.other)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function figureText(format: Format, metric: MetricId, figure: Figure): string {
  return valueText(format, metric, 'count' in figure ? figure.median : figure.value)
}

function sampleText(figure: Figure, format: Format, text: ReturnType<typeof useText>): string {
  if ('count' in figure)
    return text('definitions.of', { count: figure.count, number: format.count(figure.count) })
  return figure.of === undefined
    ? ''
    : text('definitions.of', { count: figure.of, number: format.count(figure.of) })
}

/** Choices are words, numbers or yes and no. */
function choiceText(text: ReturnType<typeof useText>, rule: string, choice: string): string {
  return text(`rules.${rule}.${choice}`, { defaultValue: choice })
}
