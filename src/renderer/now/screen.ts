import { createContext, useContext } from 'react'

/** How the place is shown: on the desk, or on a wall where nobody presses anything and everybody can look. */
export interface Screen {
  /** Without names of customers, what they wrote, and controls. */
  readonly wall: boolean
  /** CSS pixels of one pixel of the design. */
  readonly unit: number
}

export const ScreenContext = createContext<Screen>({ wall: false, unit: 1 })

export function useScreen(): Screen {
  return useContext(ScreenContext)
}
