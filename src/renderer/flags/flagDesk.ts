/** Which flags float over the place: none, the list of them, or one with its evidence. */
import { create } from 'zustand'

interface FlagDesk {
  readonly shown: boolean
  /** The flag that is open in the panel; null: the list. */
  readonly flag: string | null
}

export const useFlagDesk = create<FlagDesk>(() => ({ shown: false, flag: null }))

/** Shows the list of flags over the place. */
export function openFlags(): void {
  useFlagDesk.setState({ shown: true, flag: null })
}

/** Shows one flag with its evidence over the place. */
export function openFlag(flag: string): void {
  useFlagDesk.setState({ shown: true, flag })
}

export function closeFlags(): void {
  useFlagDesk.setState({ shown: false })
}
