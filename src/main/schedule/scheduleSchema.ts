/** What a schedule may be. */
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { languages } from '../../shared/contract.ts'
import { isZone } from '../../shared/period.ts'
import { reportFormats, type ScheduleDraft, schedulePeriods } from '../../shared/reporting.ts'
import { Failed } from '../engine/failure.ts'

const ids = z.array(z.string()).readonly()
const schema = z
  .object({
    id: z.string().nullable(),
    name: z.string().trim().min(1, 'a schedule needs a name').max(120, 'the name is longer than 120 signs'),
    template: z.string().min(1, 'choose a template'),
    every: z.enum(schedulePeriods),
    on: z.int(),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'the time is no time of day such as 07:30'),
    zone: z.string().refine(isZone, 'the zone is no time zone such as Europe/Berlin'),
    language: z.enum(languages),
    hideNames: z.boolean(),
    formats: z.array(z.enum(reportFormats)).min(1, 'choose at least one format').readonly(),
    folder: z.string().refine(isAbsolute, 'the folder is no whole path from the root of the disk'),
    filters: z.object({ agents: ids, teams: ids, channels: ids, categories: ids }),
    patience: z
      .number()
      .min(0, 'it cannot wait less than no time')
      .max(7 * 24 * 60, 'it waits a week at most'),
    active: z.boolean(),
  })
  .refine(({ every, on }) => every !== 'week' || (on >= 1 && on <= 7), 'the weekday is none from 1 to 7')
  .refine(
    ({ every, on }) => every !== 'month' || (on >= 1 && on <= 28),
    'the day of the month is none from 1 to 28, which every month has',
  )

/** @throws Failed (`invalid`) with what is wrong about it. */
export function checkSchedule(draft: ScheduleDraft): ScheduleDraft {
  const read = schema.safeParse(draft)
  if (read.success) return read.data
  const reasons = [...new Set(read.error.issues.map(({ message }) => message))]
  throw new Failed(
    'invalid',
    `The schedule was not kept: ${reasons.join('; ')}.`,
    'Correct it, and save it again.',
  )
}
