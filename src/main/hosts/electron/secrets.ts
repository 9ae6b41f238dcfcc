import type { SafeStorage } from 'electron'
import { failed } from '../../engine/failure.ts'
import { createFileSecrets, type Secrets } from '../fileSecrets.ts'

const sealed = 'sealed:'

/**
 * Secrets sealed by the system's keychain. On Linux without a keyring Electron would "seal" with a fixed password, so
 * there the secret is kept in memory only and asked for again after a restart: never pretended.
 */
export function createSealedSecrets(
  dir: string,
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
): Secrets {
  const file = createFileSecrets(dir, {})
  const memory = new Map<string, string>()
  const seals = () =>
    safeStorage.isEncryptionAvailable() &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  return {
    async keep(name, value) {
      if (value === null) memory.delete(name)
      else memory.set(name, value)
      if (value === null) await file.keep(name, null)
      else if (seals()) await file.keep(name, sealed + safeStorage.encryptString(value).toString('base64'))
    },
    async read(name) {
      const held = memory.get(name)
      if (held !== undefined) return held
      const stored = await file.read(name)
      if (stored === null || !stored.startsWith(sealed)) return stored
      try {
        return safeStorage.decryptString(Buffer.from(stored.slice(sealed.length), 'base64'))
      } catch (error) {
        // Locked today is not gone: nothing is deleted, the keychain may open tomorrow.
        throw failed('denied', 'engine.keychain', {
          said: error instanceof Error ? error.message : String(error),
        })
      }
    },
  }
}
