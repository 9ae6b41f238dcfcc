import type { ReactNode } from 'react'
import type { Evidence, Explanation } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import { useAsk } from '../api.ts'
import { Section } from '../ui/Section.tsx'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useText } from '../ui/text.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'

/** The conversations whose first response took longest, as the figure's own proof names them. */
export function SlowestConversations({
  explanation,
  flags,
}: {
  readonly explanation: Explanation
  readonly flags: readonly Flag[]
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const { included, includedTotal } = explanation
  return (
    <Section
      title={text('slowest.title')}
      subtitle={text('slowest.subtitle', {
        shown: format.count(included.length),
        total: format.count(includedTotal),
      })}
    >
      {included.length === 0 ? (
        <p className="block-note">{text('slowest.none')}</p>
      ) : (
        <table className="slowest">
          <thead>
            <tr>
              <th scope="col">{text('slowest.answered')}</th>
              <th scope="col">{text('slowest.customer')}</th>
              <th scope="col">{text('slowest.category')}</th>
              <th scope="col" className="figure">
                {text('slowest.firstResponse')}
              </th>
              <th scope="col" className="figure">
                {text('slowest.resolution')}
              </th>
              <th scope="col">{text('slowest.flag')}</th>
            </tr>
          </thead>
          <tbody>
            {included.map((evidence) => (
              <SlowRow
                key={`${evidence.conversation} ${String(evidence.at)}`}
                evidence={evidence}
                flag={flags.find((flag) => flag.conversation === evidence.conversation) ?? null}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** The proof names the conversation; its category and resolution are asked for each of the few rows. */
function SlowRow({ evidence, flag }: { readonly evidence: Evidence; readonly flag: Flag | null }): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const reason = useFlagReason()
  const { data } = useAsk('conversation', [evidence.conversation], ['conversations'])
  const name = (data?.contact.name ?? evidence.contact) || text('slowest.unnamed')
  return (
    <tr>
      <td>{format.dateTime(evidence.at)}</td>
      <td>
        <button
          type="button"
          className="slowest-name"
          dir="auto"
          onClick={() => {
            openConversation(evidence.conversation)
          }}
        >
          {name}
        </button>
      </td>
      <td className="agents-quiet" dir="auto">
        {data?.row.category ?? ''}
      </td>
      <td className="figure">{format.duration(evidence.value)}</td>
      <td className="figure agents-quiet">
        {data === undefined ? '' : format.duration(data.row.resolution)}
      </td>
      <td className="agents-quiet" title={flag === null ? undefined : reason(flag)}>
        {flag !== null && (
          <>
            <FlagMark severity={flag.severity} decided={flag.decision !== null} /> {reason(flag)}
          </>
        )}
      </td>
    </tr>
  )
}
