import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReportTemplate, ReportTemplateDraft } from '../../../../src/shared/reporting.ts'
import { openOffice, week, type Office } from '../office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice([])
})
afterAll(() => office.close())

async function copyOf(id: string, change: Partial<ReportTemplateDraft> = {}): Promise<ReportTemplateDraft> {
  const found = (await office.engine.api.reportTemplates({ language: 'en' })).find((one) => one.id === id)
  const { shipped: _shipped, version: _version, ...template } = found as ReportTemplate
  return { ...template, id: null, name: 'Ours', ...change }
}

describe('templates of one’s own', () => {
  it('are kept, changed under the next version, listed after those shipped, and removed', async () => {
    const { api } = office.engine
    const kept = await api.saveReportTemplate(await copyOf('weekly'))
    expect(kept).toMatchObject({ name: 'Ours', shipped: false, version: 1 })
    const changed = await api.saveReportTemplate(await copyOf(kept.id, { id: kept.id, name: 'Monday' }))
    expect(changed).toMatchObject({ id: kept.id, name: 'Monday', version: 2 })
    const listed = await api.reportTemplates({ language: 'de' })
    expect(listed).toHaveLength(11)
    expect(listed.at(-1)).toEqual(changed)

    const report = await api.report({ template: kept.id, scope: week, language: 'en', hideNames: true })
    expect(report.template).toMatchObject({ id: kept.id, name: 'Monday', version: 2, shipped: false })
    await api.removeReportTemplate(kept.id)
    expect(await api.reportTemplates({ language: 'en' })).toHaveLength(10)
    await expect(
      api.report({ template: kept.id, scope: week, language: 'en', hideNames: true }),
    ).rejects.toThrow(/There is no report template/)
  })

  it('never take the place of those shipped, and none is made up', async () => {
    const { api } = office.engine
    await expect(api.saveReportTemplate(await copyOf('weekly', { id: 'weekly' }))).rejects.toThrow(
      /cannot be changed/,
    )
    await expect(api.removeReportTemplate('weekly')).rejects.toThrow(/cannot be removed/)
    await expect(api.saveReportTemplate(await copyOf('weekly', { id: 'gone' }))).rejects.toThrow(
      /no report template “gone”/,
    )
    await expect(api.removeReportTemplate('gone')).rejects.toThrow(/no report template “gone”/)
    expect(await api.reportTemplates({ language: 'en' })).toHaveLength(10)
  })

  it('are shown as they are edited, before they are kept', async () => {
    const blocks = [
      { kind: 'text', id: 't', title: null, width: 'full', text: 'Hello\n<b>team</b>' },
    ] as const
    const draft = await copyOf('weekly', { blocks, name: 'Draft' })
    const { html } = await office.engine.api.reportPage({
      template: 'weekly',
      draft,
      scope: week,
      language: 'en',
      hideNames: true,
    })
    expect(html).toContain('Hello\n&#60;b&#62;team&#60;/b&#62;')
    expect(html).not.toContain('class="tiles"')
  })

  it('give the same report as a draft of the same content', async () => {
    const { api } = office.engine
    const asked = { template: 'weekly', scope: week, language: 'en', hideNames: true } as const
    const draft = { ...(await copyOf('weekly')), id: 'weekly', name: 'Weekly report' }
    const [one, other] = [await api.report(asked), await api.report({ ...asked, draft })]
    expect(other.fingerprint).toBe(one.fingerprint)
  })
})
