/** Which chat or message somebody is about to flag by hand. */
import { create } from 'zustand'

export interface Raising {
  readonly conversation: string
  /** The message that is meant; null: the chat as a whole. */
  readonly message: string | null
}

export const useRaising = create<{ readonly raising: Raising | null }>(() => ({ raising: null }))

/** Asks why, then flags it. */
export function flagByHand(conversation: string, message: string | null): void {
  useRaising.setState({ raising: { conversation, message } })
}

export function stopRaising(): void {
  useRaising.setState({ raising: null })
}
