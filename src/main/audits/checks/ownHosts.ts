import { rawSql, type ReadableDb } from '../../store/database.ts'
import { isEverybodys } from './mailProviders.ts'

/** Hosts of the agents' mailboxes that are the company's. */
export function ownHosts(cache: ReadableDb): readonly string[] {
  const hosts = rawSql<[string]>(cache, 'SELECT email FROM agents WHERE email IS NOT NULL')
    .all()
    .map(([email]) => email.slice(email.lastIndexOf('@') + 1).toLowerCase())
  return [...new Set(hosts)].filter((host) => host !== '' && !isEverybodys(host))
}
