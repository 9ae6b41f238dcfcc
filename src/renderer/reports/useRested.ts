import { useEffect, useState } from 'react'

/** A value once it has not changed for a while, so that not every key is a question. */
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, rest] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => rest(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
