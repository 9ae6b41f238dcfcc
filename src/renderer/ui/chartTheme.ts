import type { Colours } from './colours.ts'

/** What look.md says of every chart, as an ECharts theme. */
export function chartTheme(colours: Colours) {
  const label = { color: colours.textThird, fontSize: 11, fontFamily: colours.font }
  return {
    animation: false,
    color: [colours.accent, colours.two, colours.three, colours.one],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: colours.font, fontSize: 11 },
    grid: { left: 30, right: 4, top: 14, bottom: 22 },
    categoryAxis: {
      axisLine: { show: true, lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: label,
      splitLine: { show: false },
    },
    valueAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: label,
      splitNumber: 2,
      splitLine: { lineStyle: { color: colours.grid } },
    },
    line: { symbol: 'none', lineStyle: { width: 1.75 }, endLabel: { ...label, color: colours.textSecond } },
    bar: { barWidth: '58%', barMinHeight: 1, itemStyle: { borderRadius: 0 } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.two, width: 1, type: 'solid' } },
    },
  }
}
