/** What a schedule may be. */
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { languages } from '../../shared/contract.ts'
import { isZone } from '../../shared/period.ts'
import { reportFormats, type ScheduleDraft, schedulePeriods } from '../../shared/reporting.ts'
import { problem, problemOf } from '../../shared/problems.ts'
import { failed } from '../engine/failure.ts'

const ids = z.array(z.string()).readonly()
const schema = z
  .object({
    id: z.string().nullable(),
    name: z
      .string()
      .trim()
      .min(1, problem('schedules.reason.noName'))
      .max(120, problem('schedules.reason.longName')),
    template: z.string().min(1, problem('schedules.reason.noTemplate')),
    every: z.enum(schedulePeriods),
    on: z.int(),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, problem('schedules.reason.noTime')),
    zone: z.string().refine(isZone, problem('schedules.reason.noZone')),
    language: z.enum(languages),
    hideNames: z.boolean(),
    formats: z.array(z.enum(reportFormats)).min(1, problem('schedules.reason.noFormat')).readonly(),
    folder: z.string().refine(isAbsolute, problem('schedules.reason.noFolder')),
    filters: z.object({ agents: ids, teams: ids, channels: ids, categories: ids }),
    patience: z
      .number()
      .min(0, problem('schedules.reason.noPatience'))
      .max(7 * 24 * 60, problem('schedules.reason.longPatience')),
    active: z.boolean(),
  })
  .refine(({ every, on }) => every !== 'week' || (on >= 1 && on <= 7), problem('schedules.reason.noWeekday'))
  .refine(
    ({ every, on }) => every !== 'month' || (on >= 1 && on <= 28),
    problem('schedules.reason.noMonthDay'),
  )

/** @throws Failed (`invalid`) with what is wrong about it. */
export function checkSchedule(draft: ScheduleDraft): ScheduleDraft {
  const read = schema.safeParse(draft)
  if (read.success) return read.data
  const reasons = [...new Set(read.error.issues.map(({ message }) => message))]
  throw failed('invalid', 'schedules.wrong', { reasons: { of: reasons.map(problemOf), by: 'part' } })
}
