import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const storedSchema = z.record(z.string(), z.string())
/** A stored value that names an environment variable instead of holding the secret. */
const fromEnvironment = 'env:'

export interface Secrets {
  keep(name: string, value: string | null): Promise<void>
  read(name: string): Promise<string | null>
}

/**
 * Secrets where there is no system keychain (web console, command line): one file that only its owner may read, in the
 * workspace's folder. A value `env:NAME` is looked up in the environment each time, so that nothing need be stored.
 */
export function createFileSecrets(dir: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const file = join(dir, 'secrets.json')
  const all = async () =>
    existsSync(file) ? storedSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : {}
  return {
    async keep(name, value) {
      const secrets = await all()
      if (value === null) delete secrets[name]
      else secrets[name] = value
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
      await rename(`${file}.new`, file)
    },
    async read(name) {
      const value = (await all())[name]
      if (value === undefined) return null
      return value.startsWith(fromEnvironment) ? (env[value.slice(fromEnvironment.length)] ?? null) : value
    },
  }
}
