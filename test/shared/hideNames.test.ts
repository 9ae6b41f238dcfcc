import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenSpans, hideNames, partsOf } from '../../src/shared/hideNames.ts'

const hide = (text: string, name: string, phone = '') =>
  hideNames(text, { names: [name], phones: [phone] }, '█')

describe('the customer’s name in a text', () => {
  it.each([
    ['Hello Ana Keller, hello ana, hello ANA!', 'Ana Keller', 'Hello █, hello █, hello █!'],
    ['Banana for Ana. Kellers Keller', 'Ana Keller', 'Banana for █. █s █'],
    ["Ana's parcel, Ana’s bill", 'Ana Keller', "█'s parcel, █’s bill"],
    ['Señor Jose Núñez y José Nunez', 'José Núñez', 'Señor █ y █'],
    ['Ana   Keller', 'Ana Keller', '█'],
    ['Frau von der Leyen, von der Tür', 'Ursula von der Leyen', 'Frau von der █, von der Tür'],
    ['林小姐您好，林佳蓉的包裹，佳蓉！森林', '林佳蓉', '█小姐您好，█的包裹，█！森林'],
    ['陳先生', '陳怡君', '█先生'],
    ['محمد علي مرحبا', 'محمد علي', '█ مرحبا'],
    ['Здравствуйте, Иван', 'Иван Петров', 'Здравствуйте, █'],
    ['A. is here, B too', 'A. B', 'A. is here, B too'],
    ['Ask (Ana) [Keller]', 'Ana (VIP) [Keller', 'Ask (█) [█]'],
    ['Ana~Maria came, Ana did', 'Ana~Maria', '█ came, █ did'],
    ['Dear Anna, dear Lena', 'Anna-Lena Keller', 'Dear █, dear █'],
    ['Hi Ana, O’Neill or Neill', '🌸Ana🌸O’Neill', 'Hi █, O’█ or █'],
    ['nobody', '', 'nobody'],
    ['12 and +49', '+49 12', '12 and +49'],
  ])('in %j of %j is hidden', (text, name, expected) => {
    expect(hide(text, name)).toBe(expected)
  })

  it.each([
    ['call 0176 5550 4471 now', '+4917655504471', 'call █ now'],
    ['call +49 (0)176/5550-4471', '+4917655504471', 'call █'],
    ['order 40917123', '+4917655504471', 'order 40917123'],
    ['mail ana.k+x@mail.example.com!', '', 'mail █!'],
  ])('numbers and addresses in %j too', (text, phone, expected) => {
    expect(hide(text, 'Zoe', phone)).toBe(expected)
  })

  it('is hidden as one block, however long, and the rest stays as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'n', 'Á', 'é', ' ', '@', '.', '1', '林', 's', '🙂'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, text, (body, name) => {
        const spans = hiddenSpans(body, { names: [name], phones: [] })
        expect(
          partsOf(body, spans)
            .map((part) => part.text)
            .join(''),
        ).toBe(body)
        for (const [index, { from, to }] of spans.entries()) {
          expect(from).toBeLessThan(to)
          expect(from).toBeGreaterThan(spans[index - 1]?.to ?? -1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('may hold any signs: as it is written it is hidden', () => {
    const signs = 'abkz \\^$.*+?()[]{}|/-~_&\'"<>,;:!#%=@'.split('').concat('🌸', 'é', '林')
    const names = fc.string({ unit: fc.constantFrom(...signs), maxLength: 20 })
    fc.assert(
      fc.property(names, (drawn) => {
        const name = drawn.trim().replaceAll(/ +/g, ' ')
        fc.pre(/\p{L}/u.test(name))
        const [first] = hiddenSpans(`: ${name} :`, { names: [name], phones: [] })
        expect(first).toEqual({ from: 2, to: 2 + name.length })
      }),
      { numRuns: 2000 },
    )
  })

  it('costs no more than the length of the text', () => {
    const long = `${'a'.repeat(500_000)} ${'1'.repeat(500_000)} ${'ana '.repeat(50_000)}@`
    expect(hiddenSpans(long, { names: ['Ana Keller'], phones: ['+4917655504471'] })).toHaveLength(50_000)
  })
})
