/** Makes `fetch` say where its page came from, as a browser does. Answers how to end that. */
export function fetchFrom(origin: string): () => void {
  const plain = globalThis.fetch
  globalThis.fetch = (address, options) => {
    const headers = new Headers(options?.headers)
    headers.set('origin', origin)
    return plain(address, { ...options, headers })
  }
  return () => void (globalThis.fetch = plain)
}
