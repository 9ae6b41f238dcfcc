/** cache.db, fifth version: the first and the last conversation are found without looking at all of them. */
export const cache0005 = `CREATE INDEX IF NOT EXISTS conversations_started ON conversations(started_at);`
