/** Points between two columns. */
export const columnGap = 18

/** The report's style sheet: the light theme's ink on white paper, readable in grey print. */
const rules = `
header { margin-bottom: 8pt; } .template { margin: 0; font-size: 8.5pt; line-height: 11pt; font-weight: 600; color: var(--accent); }
h1 { font-size: 21pt; line-height: 27pt; margin: 0; font-weight: 650; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h2 { font-size: 9.5pt; line-height: 13pt; margin: 0 0 4pt; font-weight: 600; break-after: avoid; overflow-wrap: anywhere; } h2 small { margin-left: 2pt; }
h2 small, .muted { font-size: 8pt; line-height: 11pt; font-weight: 400; color: #52555b; }
p { margin: 0 0 4pt; } .subtitle { color: #52555b; margin: 0; } .lead { font-size: 11pt; line-height: 16pt; max-width: 168mm; margin: 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 168mm; margin: 0; }
sup { font-size: 6pt; line-height: 0; font-weight: 500; letter-spacing: 0; color: #52555b; margin-left: 1pt; vertical-align: baseline; position: relative; top: -3.2pt; }
section { margin-bottom: 15pt; } section.summary { margin-bottom: 11pt; } section > .muted { break-before: avoid; } .page { break-before: page; }
section.chart, section.tiles, section.summary, section.notes, section.settings, .half.chart, .alone { break-inside: avoid; } .alone { width: calc(50% - 9pt); }
.two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: ${columnGap}pt; } .half { min-width: 0; }
.tiles { display: grid; } section .tiles { row-gap: 0; border-top: 0.5pt solid #d6d6d1; border-bottom: 0.5pt solid #d6d6d1; padding: 6pt 0; }
section.tiles { margin-bottom: 12pt; display: block; } section.tiles + section.tiles { margin-top: -12pt; } section.tiles + section.tiles .tiles { border-top: 0; }
.tile { padding: 0 6pt; border-left: 0.5pt solid #d6d6d1; min-width: 0; display: grid; grid-row: span 3; grid-template-rows: subgrid; row-gap: 0; } .tile:first-child { padding-left: 0; border: 0; }
.tile b { display: block; font-size: 13pt; line-height: 18pt; font-weight: 650; letter-spacing: -0.02em; white-space: nowrap; } .tile b.long { font-size: 10.5pt; } .tile .label { font-size: 8pt; line-height: 10pt; font-weight: 500; }
.tile .under { font-size: 7.5pt; line-height: 10pt; color: #52555b; } .tile .change { font-weight: 600; color: #1a1b1e; } .tile .bad { color: #ab2218; font-weight: 700; }
svg.chart { width: 100%; height: auto; display: block; overflow: visible; } svg text { font: 7px var(--font); fill: #52555b; text-anchor: middle; } svg text.end { text-anchor: end; } svg text.start { text-anchor: start; } svg text.value { font-weight: 600; fill: #1a1b1e; }
.grid { stroke: #e6e6e2; stroke-width: 0.5; } .base { stroke: #878b92; stroke-width: 0.7; } .target { stroke: #686c73; stroke-width: 0.8; stroke-dasharray: 1.6 2.4; } .bar { fill: var(--accent); } .line { fill: none; stroke-linejoin: round; } .line.now { stroke: var(--accent); stroke-width: 1.6; } .line.before { stroke: #6f747c; stroke-width: 1; } .mark { stroke: #1a1b1e; stroke-width: 1.2; } .dot { fill: var(--accent); }
.heat-0 { fill: #f4f4f2; } .heat-1 { fill: color-mix(in srgb, var(--accent) 14%, #f4f4f2); } .heat-2 { fill: color-mix(in srgb, var(--accent) 30%, #f4f4f2); } .heat-3 { fill: color-mix(in srgb, var(--accent) 47%, #f4f4f2); } .heat-4 { fill: color-mix(in srgb, var(--accent) 65%, #f4f4f2); } .heat-5 { fill: color-mix(in srgb, var(--accent) 83%, #f4f4f2); } .heat-6 { fill: color-mix(in srgb, var(--accent) 100%, #f4f4f2); }
table { border-collapse: collapse; width: 100%; font: inherit; } thead { display: table-header-group; break-after: avoid; } tr { break-inside: avoid; }
tbody tr:nth-child(-n+2), tbody tr:nth-last-child(2) { break-after: avoid; }
th { font-size: 7.5pt; line-height: 10pt; font-weight: 500; color: #52555b; text-align: right; padding: 2pt 0 3pt 6pt; border-bottom: 0.75pt solid #878b92; vertical-align: bottom; overflow-wrap: break-word; hyphens: auto; }
td { text-align: right; line-height: 12pt; padding: 1.6pt 0 1.6pt 6pt; border-bottom: 0.4pt solid #e9e9e5; white-space: nowrap; } th:first-child, td:first-child { text-align: left; padding-left: 0; } th.left, td.left { text-align: left; }
td.name { white-space: normal; overflow-wrap: anywhere; min-width: 60pt; } td.second, .small { color: #52555b; } .small { font-size: 7.5pt; }
tr.group td { font-weight: 600; padding-top: 5pt; } tr.group { break-after: avoid; } tr.member td:first-child { padding-left: 7pt; }
table.list th, table.list td { text-align: left; } table.list td { white-space: normal; overflow-wrap: anywhere; vertical-align: top; font-size: 8.5pt; line-height: 12pt; } table.list td.time { white-space: nowrap; } table.list td.who { min-width: 58pt; } table.list td.person { min-width: 46pt; } table.list .figure { text-align: right; white-space: nowrap; }
.reason i { display: inline-block; width: 5pt; height: 5pt; margin-right: 4pt; } .reason .danger { background: #ab2218; } .reason .warning { background: #c87400; }
table:has(th.interval) :is(th, td):not(:first-child) { padding-left: 4pt; } svg.interval { width: 32pt; height: 8pt; vertical-align: -1pt; margin-right: 4pt; } svg.interval .track { stroke: #d6d6d1; stroke-width: 1; } svg.interval .range { stroke: #6f747c; stroke-width: 2; } svg.interval circle { fill: #1a1b1e; } th.interval { min-width: 64pt; }
table.ranking td { vertical-align: middle; } table.ranking td.name { width: 42%; } table.ranking td.bars { width: 40%; } .track { display: block; position: relative; } .meter { display: block; height: 6pt; background: var(--accent); min-width: 0.5pt; } .tick { position: absolute; top: -1.5pt; height: 9pt; width: 1.2pt; margin-left: -0.6pt; background: #1a1b1e; }
.findings { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8pt 16pt; } .finding { border-top: 0.75pt solid #1a1b1e; padding-top: 4pt; break-inside: avoid; font-size: 8.5pt; line-height: 12pt; overflow-wrap: anywhere; } .finding b { display: block; font-weight: 600; }
.notes .rule { height: 20pt; border-bottom: 0.5pt solid #878b92; }
.notelist { columns: 2; column-gap: 18pt; font-size: 7.5pt; line-height: 10.5pt; } .note { display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; column-gap: 5pt; break-inside: avoid; padding: 1.5pt 0; border-bottom: 0.4pt solid #e9e9e5; } .note .id { font-weight: 600; white-space: nowrap; } .note .about { overflow-wrap: anywhere; } .note .total { text-align: right; } .note .when { color: #52555b; white-space: nowrap; } .note .who { display: block; color: #52555b; } .note .chat { color: #52555b; }
table.lines th { width: 30%; font-size: 8pt; text-align: left; border-bottom: 0.4pt solid #e9e9e5; vertical-align: top; padding: 1.9pt 6pt 1.9pt 0; } table.lines td { text-align: left; white-space: normal; overflow-wrap: anywhere; font-size: 8pt; line-height: 11pt; }
dl { columns: 2; column-gap: 18pt; margin: 0 0 8pt; font-size: 8pt; line-height: 11pt; } dt { font-weight: 600; break-after: avoid; } dd { margin: 0 0 5pt; break-inside: avoid; overflow-wrap: anywhere; }
.appendix { border-top: 1.5pt solid #1a1b1e; padding-top: 6pt; break-after: avoid; }
section.definitions > p { break-after: avoid; } dl { break-before: avoid; }
.closing { break-inside: avoid; break-before: avoid; border-top: 0.5pt solid #d6d6d1; padding-top: 5pt; } .closing p { margin: 0 0 2pt; } .fingerprint { font-size: 8pt; line-height: 11pt; overflow-wrap: anywhere; }
`

/** `accent`: `#rrggbb`; anything else would end the rule it stands in, and is left out. */
export function styleWith(accent: string): string {
  const isColour = /^#[0-9a-f]{6}$/i.test(accent)
  return `:root { --accent: ${isColour ? accent : '#1b4c9e'}; }${rules}`
}
