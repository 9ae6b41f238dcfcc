/** Where the ticks of a strip stand, 0…1 from the lowest to the highest value. */

interface StripPlaces {
  readonly ticks: readonly number[]
  /** The agent's own place; null without a value. */
  readonly dot: number | null
}

/** `values` are the other agents'; the scale spans them and the agent's own. A single value stands in the middle. */
export function stripOf(values: readonly number[], own: number | null): StripPlaces {
  const all = own === null ? values : [...values, own]
  const lowest = Math.min(...all)
  const highest = Math.max(...all)
  const place = (value: number): number => (highest === lowest ? 0.5 : (value - lowest) / (highest - lowest))
  return { ticks: values.map(place), dot: own === null ? null : place(own) }
}
