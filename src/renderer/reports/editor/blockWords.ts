/** Blocks in words: what a kind shows, and what one is about. */
import type { ComponentType } from 'react'
import type { Dimension } from '../../../shared/contract.ts'
import type { Block, BlockKind } from '../../../shared/reporting.ts'
import { useMetricText } from '../../overview/metricText.ts'
import {
  IconAlignLeft,
  IconBulb,
  IconChartBar,
  IconChecklist,
  IconFlag,
  IconLayoutCards,
  IconMessages,
  IconPageBreak,
  IconPencil,
  IconQuote,
  IconTable,
} from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'

export const blockIcons: Readonly<Record<BlockKind, ComponentType>> = {
  summary: IconQuote,
  text: IconAlignLeft,
  tiles: IconLayoutCards,
  chart: IconChartBar,
  table: IconTable,
  chats: IconMessages,
  flags: IconFlag,
  audits: IconChecklist,
  insights: IconBulb,
  notes: IconPencil,
  break: IconPageBreak,
}

export interface BlockWords {
  /** Its own title, else what its kind is called. */
  readonly name: (block: Block) => string
  /** What is in it, grey beside its name; empty where its kind says it all. */
  readonly detail: (block: Block) => string
  readonly dimension: (dimension: Dimension) => string
}

export function useBlockWords(): BlockWords {
  const text = useText('reports')
  const metric = useMetricText()
  const metricsText = useText('metrics')
  const dimension = (one: Dimension) => metricsText(`dimension.${one}`)
  const by = (dimensions: readonly Dimension[]) =>
    text('block.by', { what: dimensions.map((one) => dimension(one)).join(', ') })

  function detail(block: Block): string {
    switch (block.kind) {
      case 'text':
        return block.text.trim().split('\n')[0] ?? ''
      case 'tiles':
        return block.metrics.map((one) => metric.name(one)).join(', ')
      case 'chart':
        return `${metric.name(block.metric)} ${by([block.by])}`
      case 'table':
        return by(block.by)
      case 'chats':
        return metric.name(block.metric)
      case 'audits':
        return text(`audits.${block.of}`)
      case 'summary':
      case 'flags':
      case 'insights':
      case 'notes':
      case 'break':
        return ''
    }
  }
  return { name: (block) => block.title ?? text(`block.kind.${block.kind}`), detail, dimension }
}
