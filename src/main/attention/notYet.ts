/** Holds the place of what is being built. */
export function notYet(): Promise<never> {
  return Promise.reject(new Error('being built'))
}
