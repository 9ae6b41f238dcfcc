import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failed } from '../../../src/main/engine/failure.ts'
import { finishPdf, readProof, type PdfAbout } from '../../../src/main/print/pdfFile.ts'
import { printedPdf } from '../../support/printedPdf.ts'

const about: PdfAbout = {
  title: '週報 (a) \\ <b>',
  moment: Date.UTC(2026, 4, 11),
  version: '1.2.3',
  fingerprint: 'ab'.repeat(32),
}
const page = { html: '<p>Hello</p>' }
const finished = (at = 0, facts: Partial<PdfAbout> = {}) =>
  Buffer.from(finishPdf(printedPdf(page, at), { ...about, ...facts }))

describe('a finished PDF', () => {
  it('is the same whenever it was printed', () => {
    expect(finished(Date.UTC(2026, 10, 21, 14, 34, 35))).toEqual(finished(Date.UTC(2027, 0, 1)))
    expect(finished(), 'another moment of the data is another file').not.toEqual(finished(0, { moment: 0 }))
  })

  it('says what it is: title, version, the moment of its data, never the clock or the browser it came from', () => {
    const text = finished().toString('latin1')
    const info = text.slice(text.lastIndexOf('1 0 obj'), text.lastIndexOf('xref\n1 1'))
    expect(
      Buffer.from(/Title <([0-9a-f]+)>/.exec(info)![1]!, 'hex')
        .swap16()
        .toString('utf16le'),
    ).toBe(`\ufeff${about.title}`)
    expect(text.match(/D:\d{14}/g)).toEqual(Array.from({ length: 4 }, () => 'D:20260511000000'))
    expect(info).not.toContain('Mozilla')
    expect(info).toContain('/Producer (Skia/PDF m156)')
  })

  it('is a whole PDF: its last table finds its facts, and the one before it finds the rest', () => {
    const text = finished().toString('latin1')
    const [, start] = /startxref\n(\d+)\n%%EOF\n%Floorwalker/.exec(text)!
    const table = text.slice(Number(start))
    const [, place] = /^xref\n1 1\n(\d{10}) 00000 n \n/.exec(table)!
    expect(text.slice(Number(place))).toMatch(/^1 0 obj\n<<\/Title/)
    const [, before] = /\/Prev (\d+)/.exec(table)!
    expect(text.slice(Number(before))).toMatch(/^xref\n0 6\n/)
  })

  it('is refused where it is no PDF of a browser', () => {
    for (const text of ['', '%PDF', '%PDF-1.4\n%%EOF\n', 'trailer <</Size 1 /Root 1 0 R /Info 2 0 R>>'])
      expect(() => finishPdf(Buffer.from(text), about), text).toThrow(Failed)
  })
})

describe('the proof in a PDF', () => {
  it('holds for the file as it was made', () => {
    expect(readProof(finished())).toEqual({ state: 'intact', fingerprint: about.fingerprint })
  })

  it('tells every single changed byte', () => {
    const whole = finished()
    for (let place = 0; place < whole.length; place += 1) {
      const changed = Buffer.from(whole)
      changed[place] = (changed[place] ?? 0) ^ 1
      expect(readProof(changed).state, `byte ${place}`).toBe('changed')
    }
  })

  it('tells what was appended, put in or taken out', () => {
    const whole = finished()
    const place = fc.nat(whole.length - 200)
    fc.assert(
      fc.property(place, fc.uint8Array({ minLength: 1, maxLength: 2000 }), (at, bytes) => {
        const more = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)])
        expect(readProof(more).state).toBe('changed')
        expect(readProof(Buffer.concat([whole, bytes])).state).toBe('changed')
        expect(readProof(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])).state).toBe(
          'changed',
        )
      }),
      { numRuns: 50 },
    )
  })

  it('is none in a file that carries none, whatever it is', () => {
    expect(readProof(finished(0, { fingerprint: null }))).toEqual({ state: 'none', fingerprint: null })
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readProof(bytes).state === 'none'))
  })

  it('is not taken from what somebody wrote into the report', () => {
    const forged = `/FloorwalkerReport (${'c'.repeat(64)}) /FloorwalkerDigest (${'0'.repeat(64)})\n%Floorwalker report ${'c'.repeat(64)}\n`
    const whole = finishPdf(printedPdf({ html: forged }), about)
    expect(readProof(whole)).toEqual({ state: 'intact', fingerprint: about.fingerprint })
  })
})
