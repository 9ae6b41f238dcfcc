/**
 * Raise with every change of what facts are derived as or flags are raised for: caches of an older version are then derived
 * anew in the background, and show what they have meanwhile. Only another packing needs more (metrics/pack.ts).
 */
export const derivingVersion = 2
