import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages, type Language } from '../../../../src/shared/contract.ts'
import type { Scope } from '../../../../src/shared/contract.ts'
import { day, monday, officeRecords, openOffice, week, type Office } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 60_000)
afterAll(() => office.close())

async function said(language: Language, scope: Scope = week, from = office): Promise<readonly string[]> {
  const report = await from.engine.api.report({ template: 'weekly', scope, language, hideNames: true })
  const summary = report.blocks.find(({ kind }) => kind === 'summary')
  if (summary?.kind !== 'summary') return []
  return summary.sentences.map(({ pieces }) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll(/[\u00a0\u202f]/g, ' '),
  )
}

describe('the period in words', () => {
  it.each<[Language, string, string]>([
    [
      'en',
      '140 conversations began, +100% against week 18.',
      'First response fell from 1 min 29 s to 45 s (median); the target of 1 min was met.',
    ],
    [
      'de',
      '140 Gespräche haben begonnen, +100 % gegenüber Woche 18.',
      'Die erste Antwort kam schneller, nach 45 Sek. statt 1 Min. 29 Sek. (Median); das Ziel von 1 Min. wurde erreicht.',
    ],
    [
      'fr',
      '140 conversations ont commencé, +100 % par rapport à la semaine 18.',
      'La première réponse est passée de 1 min 29 s à 45 s (médiane) ; l’objectif de 1 min est atteint.',
    ],
    [
      'es',
      'Comenzaron 140 conversaciones, +100 % frente a la semana 18.',
      'La primera respuesta bajó de 1 min 29 s a 45 s (mediana); el objetivo de 1 min se cumplió.',
    ],
    [
      'zh-TW',
      '共開始 140 則對話，與第 18 週相比 +100%。',
      '首次回應由 1 分 29 秒 縮短至 45 秒（中位數）；已達到 1 分 的目標。',
    ],
  ])('in %s', async (language, opened, response) => {
    const sentences = await said(language)
    expect(sentences[0]).toBe(opened)
    expect(sentences[1]).toBe(response)
  })

  it('tells a missed target without a change, and nothing of what neither changed nor missed', async () => {
    const sentences = (await said('en')).join(' ')
    expect(sentences).toContain('Failure rate: 10%; the target of 1.5% was missed.')
    expect(sentences).not.toContain('Resolution')
  })

  it('has one sentence where nothing happened', async () => {
    const scope = { ...week, from: monday + 28 * day, to: monday + 35 * day }
    expect(await said('en', scope)).toEqual(['No conversation began in this period.'])
  })

  it('says nothing of times where few were measured', async () => {
    const scope = { ...week, from: monday, to: monday + day }
    const sentences = (await said('en', scope)).join(' ')
    expect(sentences).not.toContain('First response')
  })

  it('says nothing of change where there was none, in any language', async () => {
    // Both weeks the same: the second one moved into the first.
    const second = officeRecords().filter((record) => /\b1\d{3}\b/.test(JSON.stringify(record)))
    const before = second.map((record) => shifted(record))
    const base = officeRecords().slice(0, 6)
    const same = await openOffice([...base, ...before, ...second])
    try {
      for (const language of languages) {
        const sentences = (await said(language, week, same)).join(' ')
        expect(sentences).not.toMatch(
          /\+|−|from|statt|gestiegen|gesunken|passée|hausse|baisse|subió|bajó|sube|baja|由|高於|低於/,
        )
      }
    } finally {
      await same.close()
    }
  }, 60_000)
})

/** The same a week earlier, under ids of its own. */
function shifted<Record>(record: Record): Record {
  const earlier = JSON.stringify(record)
    .replaceAll(
      /"(\d{4}-\d\d-\d\dT[^"]+Z)"/g,
      (_, time: string) => `"${new Date(Date.parse(time) - 7 * day).toISOString()}"`,
    )
    .replaceAll(/(secret-c\w+-|"[ior])1(\d{3})/g, '$15$2')
  return JSON.parse(earlier) as Record
}
