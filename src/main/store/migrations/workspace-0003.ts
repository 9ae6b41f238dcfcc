/**
 * workspace.db, third version: what people do about flags, flags people make, and what was told of them. A flag is named by
 * its id, which survives a rebuild of cache.db. Settings that changed their shape are carried over.
 */
export const workspace0003 = `
-- who looks after a flag, and until when it rests; what was decided stays in flag_decisions
CREATE TABLE flag_care(flag TEXT PRIMARY KEY, owner TEXT, snoozed_until INTEGER) WITHOUT ROWID;
-- one entry an act, never edited; an id is given once, so that the newest tells whether anything was done since
CREATE TABLE flag_actions(id INTEGER PRIMARY KEY AUTOINCREMENT, flag TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, reason TEXT, owner TEXT, until INTEGER, by TEXT);
CREATE INDEX flag_actions_flag ON flag_actions(flag, id);
INSERT INTO flag_actions(flag, at, kind, reason) SELECT flag, at, decision, reason FROM flag_decisions ORDER BY at;
-- flags people make: conversation and message as their source names them
CREATE TABLE hand_flags(id TEXT PRIMARY KEY, source TEXT NOT NULL, conversation TEXT NOT NULL, message TEXT, at INTEGER NOT NULL, severity TEXT NOT NULL,
  text TEXT NOT NULL, by TEXT) WITHOUT ROWID;
CREATE INDEX hand_flags_conversation ON hand_flags(source, conversation);
-- the first look at an open flag: told is when, and NULL where it was not to be told (late, quiet, only shown)
CREATE TABLE flag_sightings(flag TEXT PRIMARY KEY, seen_at INTEGER NOT NULL, raised_at INTEGER NOT NULL, late INTEGER NOT NULL, told_at INTEGER) WITHOUT ROWID;
CREATE INDEX flag_sightings_seen ON flag_sightings(seen_at);
-- what the webhook has not taken yet: body is JSON, without its secret
CREATE TABLE webhook_outbox(id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL, failure TEXT) WITHOUT ROWID;
-- notifications that were switched off stay off
INSERT INTO settings(key, value) SELECT 'telling', '{"desktop":false}' FROM settings WHERE key = 'notifications' AND value = 'false' ON CONFLICT DO NOTHING;
DELETE FROM settings WHERE key = 'notifications';
`
