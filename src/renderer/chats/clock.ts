import { useEffect, useState } from 'react'
import { answers, useAsk } from '../api.ts'

/**
 * The engine's clock in epoch milliseconds, moved on by this machine's, every `every` milliseconds. Waits are told by
 * the engine, so its clock measures them even when the two disagree.
 */
export function useNow(every: number): number {
  const { data, stale } = useAsk('workspace', [], ['workspace', 'numbers'])
  const [here, setHere] = useState(() => Date.now())
  useEffect(() => {
    // While the engine does not answer, waits stop counting: nobody knows whether they still go on.
    if (stale) return undefined
    const timer = setInterval(() => setHere(Date.now()), every)
    return () => clearInterval(timer)
  }, [every, stale])
  const toldAt = answers.getQueryState(['workspace'])?.dataUpdatedAt ?? 0
  return data === undefined || toldAt === 0 ? here : Math.max(data.now, here + data.now - toldAt)
}
