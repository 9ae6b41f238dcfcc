/**
 * Prints how well labelled questions and answers are judged, by language and half.
 * `npx node test/main/consistency/accuracy.ts [--errors]`; the errors are those of the tuned half only.
 */
import { statementsIn } from '../../../src/main/consistency/statements.ts'
import { labelledAnswers, labelledPairs } from './labelled.ts'
import { conflictsOf, isSame, likenessOf, measureAnswers, measurePairs, type Measure } from './measure.ts'

const percent = (part: number, whole: number) =>
  whole === 0 ? '     –' : `${((100 * part) / whole).toFixed(0)} %`.padStart(6)

function print(name: string, { there, found, right }: Measure): void {
  console.log(
    `${name.padEnd(26)} precision ${percent(right, found)} (${right} of ${found}) recall ${percent(right, there)} (${right} of ${there})`,
  )
}

if (process.argv.includes('--errors')) {
  for (const pair of labelledPairs)
    if (!pair.heldOut && isSame(pair) !== pair.same)
      console.log(
        `${pair.language} ${pair.same ? 'missed' : 'false'} ${likenessOf(pair).toFixed(2)} | ${pair.one} = ${pair.other}`,
      )
  for (const pair of labelledAnswers) {
    const found = conflictsOf(pair)
    if (pair.heldOut || found.join(' ') === pair.kinds.join(' ')) continue
    const said = [pair.one, pair.other].map((text) =>
      statementsIn(text, pair.language)
        .map(({ value }) => value)
        .join(', '),
    )
    console.log(
      `${pair.language} ${found.join(' ') || 'none'} not ${pair.kinds.join(' ') || 'none'} | ${pair.one} [${said[0]}] / ${pair.other} [${said[1]}]`,
    )
  }
} else {
  for (const language of new Set(labelledPairs.map((pair) => pair.language)))
    for (const heldOut of [false, true]) {
      const here = (one: { readonly language: string; readonly heldOut: boolean }) =>
        one.language === language && one.heldOut === heldOut
      print(
        `${language} questions ${heldOut ? 'held out' : 'tuned'}`,
        measurePairs(labelledPairs.filter(here)),
      )
      print(
        `${language} conflicts ${heldOut ? 'held out' : 'tuned'}`,
        measureAnswers(labelledAnswers.filter(here)),
      )
    }
}
