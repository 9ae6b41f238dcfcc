/** A function that remembers its last `size` results, oldest forgotten first. Only for functions of their key alone. */
export function recall<K, V>(size: number, make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const held = known.get(key)
    if (held !== undefined) return held
    const made = make(key)
    known.set(key, made)
    if (known.size > size) for (const oldest of known.keys()) if (known.size > size) known.delete(oldest)
    return made
  }
}
