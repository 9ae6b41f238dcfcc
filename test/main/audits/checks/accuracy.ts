/**
 * Prints how well the labelled chats are judged, by check, language and half.
 * `npx node test/main/audits/checks/accuracy.ts [--errors]`; the errors are those of the tuned half only.
 */
import { allCases, isFound, judge, measure } from './measure.ts'

const percent = (part: number, whole: number) =>
  whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(0)} %`.padStart(6)

if (process.argv.includes('--errors')) {
  for (const one of allCases) {
    if (one.heldOut || isFound(one) === one.there) continue
    const { passed, because } = judge(one)
    console.log(
      `${one.check} ${one.language} ${one.there ? 'missed' : 'false'} | ${one.chat} | ${passed} ${because.code} ${because.value}`,
    )
  }
} else {
  const groups = Map.groupBy(allCases, ({ check, language }) => `${check} ${language}`)
  for (const [name, cases] of groups)
    for (const heldOut of [false, true]) {
      const { total, there, found, right } = measure(cases.filter((one) => one.heldOut === heldOut))
      console.log(
        `${name.padEnd(22)} ${heldOut ? 'held out' : 'tuned   '} ${String(total).padStart(3)} ` +
          `precision ${percent(right, found)} (${right} of ${found}) recall ${percent(right, there)} (${right} of ${there})`,
      )
    }
}
