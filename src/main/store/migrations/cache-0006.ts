/**
 * cache.db, sixth version: flags keep the evidence they were raised on, and messages what their text was read to say:
 * `signals` are bits (text/signals.ts), `due_at` the moment by which an agent promised something.
 */
export const cache0006 = `
ALTER TABLE flags ADD COLUMN from_at INTEGER;
ALTER TABLE flags ADD COLUMN messages TEXT;
ALTER TABLE messages ADD COLUMN signals INTEGER;
ALTER TABLE messages ADD COLUMN due_at INTEGER;
`
