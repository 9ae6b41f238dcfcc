import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Order, type Direction, type Place } from '../../../src/main/lists/order.ts'
import { Orders } from '../../../src/main/lists/orders.ts'
import { put, wholeWords, type Bits } from '../../../src/main/lists/selection.ts'
import type { SortColumn } from '../../../src/main/lists/sortKeys.ts'

/** Keys by id, many of them equal or none; not every id is held. */
class World {
  readonly keys = new Map<number, number>()

  readonly column: SortColumn = {
    fill: (ids, keys) => {
      for (const [index, id] of ids.entries()) keys[index] = this.column.keyAt(id)
    },
    keyAt: (id) => this.keys.get(id) ?? NaN,
    valueOf: () => null,
    keyOf: () => null,
  }

  readonly isHeld = (id: number) => this.keys.has(id)

  get ids(): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(this.keys.keys()).sort()
  }

  plain(direction: Direction): readonly Place[] {
    const places = Array.from(this.keys, ([id, key]) => ({ id, key }))
    return places.sort((a, b) => {
      if (Number.isNaN(a.key) !== Number.isNaN(b.key)) return Number.isNaN(a.key) ? 1 : -1
      return ((Number.isNaN(a.key) ? 0 : a.key - b.key) || a.id - b.id) * direction
    })
  }
}

const anyWorld = fc
  .tuple(
    fc.integer({ min: 0, max: 6000 }),
    fc.constantFrom(1, 3, 50, 1e9),
    fc.constantFrom(0, 0.3, 0.999, 1),
    fc.nat(),
  )
  .map(([count, values, none, seed]) => {
    let state = seed
    const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32
    const world = new World()
    for (let id = 1; id <= count; id += 1)
      if (random() < 0.9) world.keys.set(id, random() < none ? NaN : Math.floor(random() * values) - 20)
    return world
  })
const anyDirection = fc.constantFrom<Direction>(1, -1)
const anySelection = fc.constantFrom<(id: number) => boolean>(
  () => true,
  () => false,
  (id) => id % 2 === 0,
  (id) => id % 997 === 5,
  (id) => id < 700,
  (id) => id > 5200,
)

function bitsOf(isIn: (id: number) => boolean): Bits {
  const bits = new Uint32Array(wholeWords(20_000) / 32)
  for (let id = 0; id < 20_000; id += 1) if (isIn(id)) put(bits, id)
  return bits
}

function made(steps: Generator<void, Order>): Order {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function expectAll(order: Order, world: World): void {
  for (const direction of [1, -1] as const)
    expect(
      order.part(
        bitsOf(() => true),
        direction,
        { behind: 0, skip: 0, limit: 20_000 },
      ),
    ).toEqual(world.plain(direction).map(({ id }) => id))
}

describe('the order of conversations', () => {
  it('gives any part of any selection as a sort of all would', () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyDirection,
        anySelection,
        fc.oneof(fc.constant(0), fc.nat(7000)),
        fc.oneof(fc.constant(0), fc.nat(7000)),
        fc.integer({ min: 1, max: 500 }),
        (world, direction, isIn, behind, skip, limit) => {
          const order = made(Order.of(world.ids, world.column, new Set()))
          const expected = world
            .plain(direction)
            .slice(behind)
            .map(({ id }) => id)
            .filter(isIn)
          expect(order.part(bitsOf(isIn), direction, { behind, skip, limit })).toEqual(
            expected.slice(skip, skip + limit),
          )
        },
      ),
    )
  })

  it('says how many stand up to any place, whether something stands there or not', () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyDirection,
        fc.constantFrom(-20, -19.5, 0, 1.5, 25, NaN),
        fc.nat(7000),
        (world, direction, key, id) => {
          const order = made(Order.of(world.ids, world.column, new Set()))
          const upTo = world.plain(direction).filter((one) => {
            if (Object.is(one.key, key)) return (one.id - id) * direction <= 0
            return Number.isNaN(key) || (one.key - key) * direction < 0
          })
          expect(order.countUpTo({ key, id }, direction, world.column)).toBe(upTo.length)
        },
      ),
    )
  })

  it('has everything that changed, came or went where a sort of all would have it', () => {
    const anyChange = fc.tuple(
      fc.integer({ min: 1, max: 7000 }),
      fc.oneof(fc.constantFrom(null, NaN), fc.integer({ min: -25, max: 60 })),
    )
    fc.assert(
      fc.property(
        anyWorld,
        fc.array(fc.array(anyChange, { maxLength: 40 }), { maxLength: 4 }),
        (world, rounds) => {
          const orders = new Orders()
          made(orders.make('last', world.column, world.ids))
          for (const changes of rounds) {
            for (const [id, key] of changes)
              if (key === null) world.keys.delete(id)
              else world.keys.set(id, key)
            orders.note(changes.map(([id]) => id))
            const order = orders.get('last', world.column, world.isHeld)
            expectAll(order ?? expect.fail('it is kept'), world)
          }
        },
      ),
    )
  })

  it('has what changed while it was made', () => {
    fc.assert(
      fc.property(
        anyWorld,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 1, max: 7000 })),
        (world, stepsBefore, ids) => {
          const orders = new Orders()
          const steps = orders.make('last', world.column, world.ids)
          for (let step = 0; step < stepsBefore && steps.next().done !== true;) step += 1
          for (const id of ids) world.keys.set(id, -id)
          orders.note(ids)
          for (const _ of steps);
          const order = orders.get('last', world.column, world.isHeld)
          expectAll(order ?? expect.fail('it is kept'), world)
        },
      ),
    )
  })

  it('is let go of when an eighth of it changed and nobody looked, and made anew', () => {
    const world = new World()
    for (let id = 1; id <= 20_000; id += 1) world.keys.set(id, id)
    const orders = new Orders()
    made(orders.make('last', world.column, world.ids))
    made(orders.make('flags', world.column, world.ids))
    const some = Array.from({ length: 2501 }, (_, index) => index + 1)
    orders.note(some.slice(1))
    expect(orders.has('last')).toBe(true)
    orders.note(some, 'last')
    expect([orders.has('last'), orders.has('flags')]).toEqual([false, true])
    expect(orders.get('last', world.column, world.isHeld)).toBeUndefined()
    expect(orders.bytes).toBe(80_000)
  })
})
