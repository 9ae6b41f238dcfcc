/** The report's style sheet: the light theme's ink on white paper, readable in grey print. */
export const style = `
h1 { font-size: 20pt; line-height: 26pt; margin: 2pt 0 0; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 9.5pt; line-height: 13pt; margin: 0 0 5pt; font-weight: 600; }
h2 small, .muted { font-size: 8.5pt; font-weight: 400; color: #52555b; }
p { margin: 0 0 4pt; } .subtitle { color: #52555b; margin-bottom: 8pt; } .lead { font-size: 11pt; line-height: 16pt; max-width: 155mm; margin-bottom: 10pt; }
section { margin-bottom: 16pt; } .together { break-inside: avoid; } .page { break-before: page; }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); border-top: 0.5pt solid #d6d6d1; border-bottom: 0.5pt solid #d6d6d1; padding: 6pt 0; margin-bottom: 14pt; }
.tile { padding: 0 7pt; border-left: 0.5pt solid #d6d6d1; } .tile:first-child { padding-left: 0; border: 0; }
.tile b { display: block; font-size: 13.5pt; line-height: 19pt; font-weight: 650; letter-spacing: -0.02em; white-space: nowrap; } .tile span { display: block; font-size: 7.5pt; line-height: 11pt; color: #52555b; } .tile .label { font-size: 8.5pt; color: #1a1b1e; font-weight: 500; } .tile .bad { color: #ab2218; font-weight: 600; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 16pt; } .three { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 16pt; }
svg.chart { width: 100%; height: auto; display: block; overflow: visible; } svg text { font: 8px var(--font); fill: #52555b; text-anchor: middle; } svg text.end { text-anchor: end; } svg text.start { text-anchor: start; } svg text.value { font-weight: 600; fill: #1a1b1e; }
.grid { stroke: #e6e6e2; stroke-width: 0.6; } .base { stroke: #878b92; stroke-width: 0.8; } .target { stroke: #878b92; stroke-width: 0.9; stroke-dasharray: 2 3; } .bar { fill: #1b4c9e; } .line { fill: none; } .line.now { stroke: #1b4c9e; stroke-width: 1.75; } .line.before { stroke: #1a1b1e; stroke-width: 1.25; paint-order: stroke; } .dot { fill: #1b4c9e; }
.heat-0 { fill: #f4f4f2; } .heat-1 { fill: #dfe8f7; } .heat-2 { fill: #bfd3f1; } .heat-3 { fill: #94b5e7; } .heat-4 { fill: #6491d8; } .heat-5 { fill: #3870c8; } .heat-6 { fill: #1b4c9e; }
table { border-collapse: collapse; width: 100%; font: inherit; } thead { display: table-header-group; } tr { break-inside: avoid; }
th { font-size: 8pt; line-height: 11pt; font-weight: 500; color: #52555b; text-align: right; padding: 2pt 0 3pt 6pt; border-bottom: 0.75pt solid #878b92; vertical-align: bottom; }
td { text-align: right; padding: 1.9pt 0 1.9pt 6pt; border-bottom: 0.4pt solid #e9e9e5; white-space: nowrap; } th:first-child, td:first-child, .left { text-align: left; padding-left: 0; } .left { padding-left: 6pt; } td.wrap { white-space: normal; }
tr.group td { font-weight: 600; padding-top: 5pt; } tr.member td:first-child { padding-left: 7pt; } td.second, .small { color: #52555b; } td .small { font-size: 7.5pt; margin-left: 2pt; }
.bars td:nth-child(2) { width: 28%; } .meter { display: block; height: 5pt; background: #8a8f97; min-width: 0.5pt; }
h2 { break-after: avoid; } dl { columns: 2; column-gap: 16pt; margin: 0 0 8pt; font-size: 8pt; line-height: 11pt; } dt { font-weight: 600; break-after: avoid; } dd { margin: 0 0 5pt; break-inside: avoid; }
`
