import { expect, it } from 'vitest'
import { pseudoText, pseudoWords } from '../../../src/renderer/ui/pseudo.ts'

it('is longer, accented, between brackets, its values and tags as they were', () => {
  expect(pseudoText('Held {{count}} chats of <agent/>')).toBe('⟦Hëëld {{count}} çháátš òòf <agent/>⟧')
  const sentence = 'Customers who wait longer than the target, longest first'
  const longer = pseudoText(sentence).length / sentence.length
  expect(longer).toBeGreaterThan(1.25)
  expect(longer).toBeLessThan(1.5)
})

it('reaches every text of every namespace, and the metrics that English has in code', () => {
  const words = pseudoWords({ frame: { place: { now: 'Now' } }, metrics: { inSentence: { csat: 'CSAT' } } })
  expect(words['frame']).toEqual({ place: { now: '⟦Ñòòw⟧' } })
  expect(JSON.stringify(words['metrics'])).toContain('"name":{')
})
