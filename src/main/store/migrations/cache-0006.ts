/**
 * cache.db, sixth version: flags keep when their cause began and the messages they were raised on; messages what their text
 * was read to say: `signals` are bits (text/signals.ts), `promise` the time by which an agent promised something
 * (text/promisedTimes.ts). Whether any contact's consent is on record is found without looking at all of them.
 */
export const cache0006 = `
ALTER TABLE flags ADD COLUMN from_at INTEGER;
ALTER TABLE flags ADD COLUMN messages TEXT;
ALTER TABLE messages ADD COLUMN signals INTEGER;
ALTER TABLE messages ADD COLUMN promise INTEGER;
CREATE INDEX contacts_consent ON contacts(id) WHERE opted_in_at IS NOT NULL OR opted_out_at IS NOT NULL;
`
