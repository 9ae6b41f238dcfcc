import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScheduleDraft, ScheduleState } from '../../src/shared/reporting.ts'
import { ask, expect, test } from './support/test.ts'

test.describe.configure({ timeout: 90_000 })

test('what was made and what failed while nobody looked is said in one line that leads to the history', async ({
  sample,
  show,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-schedules-'))
  const kept: ScheduleState[] = []
  try {
    for (const name of ['Monday meeting', 'Flags of the week']) {
      const schedule = await ask<ScheduleState>(sample, 'saveSchedule', draftOf(name, folder))
      kept.push(schedule)
      await ask(sample, 'runSchedule', { id: schedule.id, period: null })
    }
    const page = await show('overview')
    const line = page.getByRole('dialog', { name: '2 reports are there' })
    await expect(line).toBeVisible()
    await line.getByRole('button', { name: 'Show history' }).click()
    await expect(page.getByRole('heading', { name: 'Schedules' })).toBeVisible()
    await expect(page.getByRole('cell', { name: /^made / })).toHaveCount(4)

    // Told once: whoever comes next is not told again.
    await page.reload()
    await expect(page.getByRole('row', { name: /Monday meeting/ }).first()).toBeVisible()
    await ask(sample, 'runSchedule', { id: kept[0]?.id, period: null })
    await expect(page.getByRole('dialog', { name: 'Monday meeting: the report is there' })).toBeVisible()
    await expect(line).toHaveCount(0)
  } finally {
    for (const { id } of kept) await ask(sample, 'removeSchedule', id)
    await rm(folder, { recursive: true, force: true })
  }
})

function draftOf(name: string, folder: string): ScheduleDraft {
  return {
    id: null,
    name,
    template: 'flags',
    every: 'week',
    on: 1,
    at: '07:30',
    zone: 'Europe/Berlin',
    language: 'en',
    hideNames: true,
    formats: ['csv'],
    folder,
    filters: { agents: [], teams: [], channels: [], categories: [] },
    patience: 0,
    active: true,
  }
}
