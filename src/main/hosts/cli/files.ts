/** The files a call names. What goes wrong with one is the call's to correct, no fault of Floorwalker's. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { phrase } from '../../../shared/phrases.ts'
import { failed, type Failed } from '../../engine/failure.ts'
import { UsageError } from './output.ts'

/** The text of a file. Throws `Failed` (`invalid`) when it cannot be read. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(resolve(path), 'utf8')
  } catch (error) {
    throw unread(path, error)
  }
}

/** What a file of JSON holds; `named` says of what. Throws `UsageError` when it is no JSON object, `Failed` when it cannot be read. */
export async function readJsonObject(path: string, named: string): Promise<object> {
  const text = await readTextFile(path)
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    throw new UsageError(`${path} is no JSON; nothing was changed.`)
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read
  throw new UsageError(`${path} holds no JSON object with ${named}; nothing was changed.`)
}

const causes: Readonly<Partial<Record<string, `files.why.${'noFile' | 'isFolder' | 'mayNotRead'}`>>> = {
  ENOENT: 'files.why.noFile',
  EISDIR: 'files.why.isFolder',
  EACCES: 'files.why.mayNotRead',
}

/** Why a file could not be read, in words. */
export function unread(path: string, error: unknown): Failed {
  const { code = '', message } = error as NodeJS.ErrnoException
  const cause = causes[code]
  return failed('invalid', 'files.unread', { path, why: cause === undefined ? message : phrase(cause) })
}
