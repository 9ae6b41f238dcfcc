import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScheduleDraft, ScheduleState } from '../../src/shared/reporting.ts'
import { expectNothing } from './support/axe.ts'
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

test('a folder is typed where no dialog can be shown, and looked at at once', async ({ show }) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-folder-'))
  try {
    const page = await show('reports', '&section=schedules')
    await page.getByRole('button', { name: 'New schedule' }).first().click()
    const form = page.getByRole('dialog', { name: 'New schedule' })
    const field = form.getByLabel('Folder')
    await expect(form.getByText('Type the whole path of a folder on the machine')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Choose …' })).toHaveCount(0)
    await field.fill('reports')
    await expect(form.getByText('This is no whole path: begin at the root of the disk.')).toBeVisible()
    await field.fill(join(folder, 'gone'))
    await expect(form.getByText('This folder is not there.', { exact: false })).toBeVisible()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await field.fill(process.execPath)
    await expect(form.getByText('This is a file, no folder.')).toBeVisible()
    await expectNothing(page)
    await field.fill(folder)
    await expect(form.getByText('Type the whole path of a folder on the machine')).toBeVisible()
    await expect(field).not.toHaveAttribute('aria-invalid')
  } finally {
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
