import { join } from 'node:path'

/**
 * The environment that makes threads keep their code compiled between two starts: half of what a thread does as it starts
 * is compiling. It lies in the workspace’s folder, where nobody else may write.
 */
export function compiledCode(dir: string): { readonly NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: join(dir, 'compiled') }
}
