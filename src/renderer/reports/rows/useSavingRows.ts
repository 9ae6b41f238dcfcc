import { useEffect, useState } from 'react'
import type { Events } from '../../../shared/contract.ts'
import { listen } from '../../api.ts'

/** How far the file that is being written has come; null while none is, or nobody has said yet. */
export function useSavingRows(saving: boolean): Events['saving'] | null {
  const [far, setFar] = useState<Events['saving'] | null>(null)
  useEffect(() => {
    if (!saving) return undefined
    const stop = listen('saving', setFar)
    return () => {
      stop()
      setFar(null)
    }
  }, [saving])
  return far
}
