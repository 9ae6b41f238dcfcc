import * as fc from 'fast-check'

/**
 * Property tests try the same examples in every run, so that a run can be repeated and a red one is about the change.
 * `npm run test:random` tries others.
 */
const { FLOORWALKER_SEED: seed = '2026' } = process.env
fc.configureGlobal({ seed: seed === 'random' ? Date.now() % 2 ** 31 : Number(seed) })
