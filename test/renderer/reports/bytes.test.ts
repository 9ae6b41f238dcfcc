import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64Of } from '../../../src/renderer/reports/base64.ts'
import { columnsLike } from '../../../src/renderer/reports/rows/columnsLike.ts'

it('writes any bytes as base64, more than a call takes arguments too', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => base64Of(bytes) === Buffer.from(bytes).toString('base64')),
  )
  const large = new Uint8Array(300_000).map((_, index) => index)
  expect(base64Of(large)).toBe(Buffer.from(large).toString('base64'))
})

it('finds columns by all words of what is looked for, in name or meaning', () => {
  const columns = [
    { name: 'first_response_time', type: 'REAL', about: 'Seconds to the first reply.' },
    { name: 'csat', type: 'INTEGER', about: 'What the customer gave.' },
  ]
  const named = (wanted: string) => columnsLike(columns, wanted).map(({ name }) => name)
  expect(named('')).toEqual(['first_response_time', 'csat'])
  expect(named('SECONDS first')).toEqual(['first_response_time'])
  expect(named('customer seconds')).toEqual([])
})
