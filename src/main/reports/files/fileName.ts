/** Letters and digits of any script; every file system takes them, and nothing in them leads anywhere. */
export function safeFileName(name: string, otherwise: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return Array.from(words.join('-').toLowerCase()).slice(0, 60).join('') || otherwise
}
