/**
 * Prints how well the labelled messages are scored, per language and half.
 * `npx node test/main/text/accuracy.ts [--errors]`; the errors are those of the tuned half only.
 */
import { detectLanguage } from '../../../src/main/text/language.ts'
import { scoreSentiment } from '../../../src/main/text/sentiment.ts'
import { allLabelled, measure, sentiments } from './measure.ts'
import type { Confusion } from './measure.ts'

const percent = (part: number, whole: number) =>
  `${((100 * part) / Math.max(1, whole)).toFixed(0)} %`.padStart(6)

for (const [language, messages] of Map.groupBy(allLabelled, (message) => message.language)) {
  for (const heldOut of process.argv.includes('--errors') ? [false] : [false, true]) {
    const half = messages.filter((message) => message.heldOut === heldOut)
    const { right, scored, total, languageRight, confusion } = measure(half)
    console.log(
      `${language} ${heldOut ? 'held out' : 'tuned   '} ${String(total).padStart(3)} messages ` +
        `right of scored ${percent(right, scored)} coverage ${percent(scored, total)} language ${percent(languageRight, total)}`,
    )
    if (!process.argv.includes('--errors')) printConfusion(confusion)
  }
}

if (process.argv.includes('--errors')) {
  for (const { text, sentiment, language, heldOut } of allLabelled) {
    const scored = scoreSentiment(text)
    if (heldOut || scored.sentiment === sentiment) continue
    const words = scored.words.map((word) => `${word.text} ${word.value.toFixed(1)}`).join(', ')
    console.log(
      `${language}/${detectLanguage(text).language} ${sentiment} → ${scored.sentiment} | ${text} | ${words}`,
    )
  }
}

function printConfusion(confusion: Confusion): void {
  console.log(
    `    labelled ↓ scored →  ${[...sentiments, 'not scored'].map((name) => name.padStart(10)).join('')}`,
  )
  for (const label of sentiments) {
    const row = [...sentiments, null].map((scored) =>
      String(confusion.get(`${label} ${scored}`) ?? 0).padStart(10),
    )
    console.log(`    ${label.padEnd(21)}${row.join('')}`)
  }
}
