import type { ReactNode } from 'react'
import { flagRuleIds } from '../../../shared/flags.ts'
import { auditTables, type Block, chartKinds } from '../../../shared/reporting.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FilterMenu } from '../../ui/Menu.tsx'
import { useText } from '../../ui/text.ts'
import { useBlockWords } from './blockWords.ts'
import { asChart, type BlockOf, chartDimensions, mostColumns, mostTiles, tableDimensions } from './draft.ts'
import { Field, NumberBox, TextField } from './fields.tsx'
import { MetricList } from './MetricList.tsx'
import { MetricSelect } from './MetricSelect.tsx'

interface FieldsProps<B extends Block = Block> {
  readonly block: B
  readonly onChange: (block: B) => void
}

/** Title, width, and what the block's kind has of its own. */
export function BlockFields({ block, onChange }: FieldsProps): ReactNode {
  const text = useText('reports')
  if (block.kind === 'break') return <p className="blocks-hint">{text('block.about.break')}</p>
  return (
    <>
      <TextField
        label={text('field.title')}
        placeholder={text('field.titleUsual')}
        most={120}
        value={block.title ?? ''}
        onChange={(title) => onChange({ ...block, title: title === '' ? null : title })}
      />
      <OwnFields block={block} onChange={onChange} />
      <Field label={text('field.width')} isGroup>
        <Choice
          label={text('field.widthOf', { block: text(`block.kind.${block.kind}`) })}
          options={(['full', 'half'] as const).map((id) => ({ id, name: text(`field.${id}`) }))}
          chosen={block.width}
          onChange={(width) => onChange({ ...block, width })}
        />
      </Field>
    </>
  )
}

function OwnFields({ block, onChange }: FieldsProps): ReactNode {
  const text = useText('reports')
  switch (block.kind) {
    case 'summary':
    case 'break':
      return null
    case 'text':
      return (
        <TextField
          label={text('field.text')}
          most={10_000}
          lines={5}
          value={block.text}
          onChange={(written) => onChange({ ...block, text: written })}
        />
      )
    case 'tiles':
      return (
        <MetricList
          metrics={block.metrics}
          most={mostTiles}
          onChange={(metrics) => onChange({ ...block, metrics })}
        />
      )
    case 'chart':
      return <ChartFields block={block} onChange={onChange} />
    case 'table':
      return <TableFields block={block} onChange={onChange} />
    case 'chats':
      return (
        <>
          <MetricSelect metric={block.metric} onChange={(metric) => onChange({ ...block, metric })} />
          <Most block={block} most={100} onChange={(most) => onChange({ ...block, most })} />
        </>
      )
    case 'flags':
      return <FlagFields block={block} onChange={onChange} />
    case 'audits':
      return (
        <Field label={text('field.audits')}>
          <select
            className="field"
            value={block.of}
            onChange={(event) =>
              onChange({ ...block, of: auditTables.find((one) => one === event.target.value) ?? block.of })
            }
          >
            {auditTables.map((of) => (
              <option key={of} value={of}>
                {text(`audits.${of}`)}
              </option>
            ))}
          </select>
        </Field>
      )
    case 'insights':
      return <Most block={block} most={12} onChange={(most) => onChange({ ...block, most })} />
    case 'notes':
      return (
        <NumberBox
          label={text('field.lines')}
          least={1}
          most={40}
          value={block.lines}
          onChange={(lines) => onChange({ ...block, lines })}
        />
      )
  }
}

function ChartFields({ block, onChange }: FieldsProps<BlockOf<'chart'>>): ReactNode {
  const text = useText('reports')
  const words = useBlockWords()
  const possible = chartDimensions[block.chart]
  return (
    <>
      <Field label={text('field.chart')}>
        <select
          className="field"
          value={block.chart}
          onChange={(event) =>
            onChange(asChart(block, chartKinds.find((one) => one === event.target.value) ?? block.chart))
          }
        >
          {chartKinds.map((chart) => (
            <option key={chart} value={chart}>
              {text(`chart.${chart}`)}
            </option>
          ))}
        </select>
      </Field>
      <MetricSelect metric={block.metric} onChange={(metric) => onChange({ ...block, metric })} />
      {possible.length > 1 && (
        <Field label={text('field.by')}>
          <select
            className="field"
            value={block.by}
            onChange={(event) =>
              onChange({ ...block, by: possible.find((one) => one === event.target.value) ?? block.by })
            }
          >
            {[...new Set([...possible, block.by])].map((one) => (
              <option key={one} value={one}>
                {words.dimension(one)}
              </option>
            ))}
          </select>
        </Field>
      )}
      {block.chart === 'ranking' && (
        <Most block={block} most={40} onChange={(most) => onChange({ ...block, most })} />
      )}
    </>
  )
}

function TableFields({ block, onChange }: FieldsProps<BlockOf<'table'>>): ReactNode {
  const text = useText('reports')
  const words = useBlockWords()
  const now = block.by.join(' ')
  const possible = new Map([...tableDimensions, block.by].map((by) => [by.join(' '), by]))
  return (
    <>
      <Field label={text('field.by')}>
        <select
          className="field"
          value={now}
          onChange={(event) => onChange({ ...block, by: possible.get(event.target.value) ?? block.by })}
        >
          {[...possible].map(([id, by]) => (
            <option key={id} value={id}>
              {by.map((one) => words.dimension(one)).join(', ')}
            </option>
          ))}
        </select>
      </Field>
      <MetricList
        metrics={block.metrics}
        most={mostColumns}
        onChange={(metrics) => onChange({ ...block, metrics })}
      />
      <Most block={block} most={500} onChange={(most) => onChange({ ...block, most })} />
    </>
  )
}

function FlagFields({ block, onChange }: FieldsProps<BlockOf<'flags'>>): ReactNode {
  const text = useText('reports')
  const rules = useText('flags')
  return (
    <>
      <Field label={text('field.rules')} isGroup>
        <FilterMenu
          title={text('field.rules')}
          all={text('field.allRules')}
          options={flagRuleIds.map((id) => ({ id, name: rules(`rule.${id}`) }))}
          chosen={block.rules}
          onChange={(chosen) =>
            onChange({ ...block, rules: flagRuleIds.filter((id) => chosen.includes(id)) })
          }
        />
      </Field>
      <Most block={block} most={200} onChange={(most) => onChange({ ...block, most })} />
    </>
  )
}

interface MostProps {
  readonly block: { readonly most: number }
  readonly most: number
  readonly onChange: (most: number) => void
}

function Most({ block, most, onChange }: MostProps): ReactNode {
  const text = useText('reports')
  return <NumberBox label={text('field.most')} least={1} most={most} value={block.most} onChange={onChange} />
}
