import type { ReactNode } from 'react'
import { useAsk } from '../../api.ts'
import { useSelection } from '../../selection.ts'
import { Empty } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

/** A report about one person wants to know about whom. The choice is the bar's own filter. */
export function ChooseAgent({ chosen }: { readonly chosen: number }): ReactNode {
  const text = useText('reports')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const choose = useSelection((selection) => selection.choose)
  return (
    <Empty why={text(chosen === 0 ? 'agent.none' : 'agent.several')} todo={text('agent.todo')}>
      <select
        className="field"
        aria-label={text('agent.choose')}
        value=""
        onChange={(event) => choose({ agents: [event.target.value] })}
      >
        <option value="" disabled>
          {text('agent.choose')}
        </option>
        {workspace?.agents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Empty>
  )
}
