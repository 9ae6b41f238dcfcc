import { describe, expect, it } from 'vitest'
import { fileNameOf } from '../../../../src/main/reports/files/draft.ts'
import { draft, monday, scope } from '../issued/reportFixture.ts'

const named = (name: string, zone = 'UTC', shipped = false) =>
  fileNameOf(
    {
      template: { ...draft, id: shipped ? 'weekly' : 'abc', name, version: 1, shipped },
      scope: { ...scope, from: monday, zone },
    },
    'pdf',
  )

describe('the name of a report’s file', () => {
  it('says the template and the first day of its period, as its zone counts days', () => {
    expect(named('Wochenbericht', 'UTC', true)).toBe('floorwalker-weekly-2026-05-04.pdf')
    expect(named('Wochenbericht', 'America/New_York', true)).toBe('floorwalker-weekly-2026-05-03.pdf')
  })

  it('has words of any script and nothing that leads anywhere', () => {
    expect(named('Team Süd: 週報')).toBe('floorwalker-team-süd-週報-2026-05-04.pdf')
    expect(named('../../etc/passwd\u0000')).toBe('floorwalker-etc-passwd-2026-05-04.pdf')
    expect(named('C:\\con\u202Efdp.exe')).toBe('floorwalker-c-con-fdp-exe-2026-05-04.pdf')
    expect(named('…/…')).toBe('floorwalker-report-2026-05-04.pdf')
    expect(named('x'.repeat(500)).length).toBeLessThan(100)
  })
})
