/** Every kind of block, by its name. */
import { assertNever } from '../../../shared/assertNever.ts'
import type { BlockData } from '../../../shared/reportBlocks.ts'
import type { Block, ReportTable } from '../../../shared/reporting.ts'
import type { Markup } from '../../print/markup.ts'
import type { ComposeContext } from '../context.ts'
import { audits } from './audits.ts'
import type { LookContext, WordsContext } from './block.ts'
import { chart } from './chart.ts'
import { chats } from './chats.ts'
import { flags } from './flags.ts'
import { insights } from './insights.ts'
import { notes, pageBreak, text } from './plain.ts'
import { summary } from './summary.ts'
import { table } from './table.ts'
import { tiles } from './tiles.ts'

export async function composeBlock(block: Block, context: ComposeContext): Promise<BlockData> {
  switch (block.kind) {
    case 'summary':
      return summary.compose(block, context)
    case 'text':
      return text.compose(block, context)
    case 'tiles':
      return tiles.compose(block, context)
    case 'chart':
      return chart.compose(block, context)
    case 'table':
      return table.compose(block, context)
    case 'chats':
      return chats.compose(block, context)
    case 'flags':
      return flags.compose(block, context)
    case 'audits':
      return audits.compose(block, context)
    case 'insights':
      return insights.compose(block, context)
    case 'notes':
      return notes.compose(block, context)
    case 'break':
      return pageBreak.compose(block, context)
    default:
      return assertNever(block)
  }
}

export function lookOf(data: BlockData, context: LookContext): Markup {
  switch (data.kind) {
    case 'summary':
      return summary.look(data, context)
    case 'text':
      return text.look(data, context)
    case 'tiles':
      return tiles.look(data, context)
    case 'chart':
      return chart.look(data, context)
    case 'table':
      return table.look(data, context)
    case 'chats':
      return chats.look(data, context)
    case 'flags':
      return flags.look(data, context)
    case 'audits':
      return audits.look(data, context)
    case 'insights':
      return insights.look(data, context)
    case 'notes':
      return notes.look(data, context)
    case 'break':
      return pageBreak.look(data, context)
    default:
      return assertNever(data)
  }
}

export function tablesOf(data: BlockData, context: WordsContext): readonly ReportTable[] {
  switch (data.kind) {
    case 'tiles':
      return tiles.tables(data, context)
    case 'chart':
      return chart.tables(data, context)
    case 'table':
      return table.tables(data, context)
    case 'chats':
      return chats.tables(data, context)
    case 'flags':
      return flags.tables(data, context)
    case 'audits':
      return audits.tables(data, context)
    case 'insights':
      return insights.tables(data, context)
    case 'summary':
    case 'text':
    case 'notes':
    case 'break':
      return []
    default:
      return assertNever(data)
  }
}
