import type { BlockData } from '../../shared/reportBlocks.ts'
import type { Report, ReportQuery, ReportTemplate } from '../../shared/reporting.ts'
import { failed, type Failed } from '../engine/failure.ts'
import { appendixOf } from './appendix.ts'
import { composeBlock, tablesOf } from './blocks/blocks.ts'
import { composeContext } from './context.ts'
import { fingerprintOf, footnoteId } from './fingerprint.ts'
import { subtitleOf, titleOf } from './headline.ts'
import type { ReportPorts } from './ports.ts'

/**
 * Gathers a report as data. The same query, template, data, settings and version give the same, whenever it is made.
 * Throws `Failed` (`invalid`) where the template is about one agent and the filters do not name one.
 */
export async function composeReport(
  query: ReportQuery,
  template: ReportTemplate,
  ports: ReportPorts,
): Promise<Report> {
  if (template.needsAgent && query.scope.agents.length !== 1) throw needsAgent(template, query)
  const context = composeContext(query, template, ports)
  const blocks: BlockData[] = []
  // One after the other: footnotes are numbered in the order they are read.
  for (const block of template.blocks) blocks.push(await composeBlock(block, context))
  const { language, scope, hideNames } = query
  const { id, name, version, shipped, paper, look, appendix } = template
  const content = {
    workspace: ports.workspace.name,
    language,
    title: titleOf(context),
    subtitle: subtitleOf(context),
    scope,
    previous: context.previous,
    hideNames,
    at: Math.min(context.at, Math.max(scope.from, scope.to)),
    blocks,
    tables: blocks.flatMap((block) => tablesOf(block, { language, words: context.words })),
    appendix: appendixOf(context, blocks),
    version: ports.workspace.version,
  }
  const notes = context.footnotes.list()
  const { targets, targetOverrides, rules } = ports.settings
  const fingerprint = fingerprintOf({
    ...content,
    settings: { targets, targetOverrides, rules, hours: ports.hours },
    template: { id, name, paper, look, appendix, blocks: template.blocks },
    notes,
  })
  return {
    ...content,
    template: { id, name, version, shipped, paper, look, appendix },
    footnotes: notes.map((note) => ({ ...note, id: footnoteId(fingerprint, note.number) })),
    fingerprint,
  }
}

function needsAgent({ name }: ReportTemplate, { scope }: ReportQuery): Failed {
  const agents = scope.agents.length
  return agents === 0
    ? failed('invalid', 'reports.needsAgentNone', { name })
    : failed('invalid', 'reports.needsAgent', { name, agents })
}
