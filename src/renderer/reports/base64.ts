/** Bytes as base64, the way files go to the engine. In pieces: a call takes no more than some ten thousand arguments. */
export function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000
  let signs = ''
  for (let at = 0; at < bytes.length; at += piece)
    signs += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(signs)
}
