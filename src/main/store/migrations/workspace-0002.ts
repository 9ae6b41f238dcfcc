/**
 * workspace.db, second version: message audits. A conversation is named as its source names it (`source` is the source's
 * own name), because cache.db may be made anew. Documents are JSON: what they hold is checked as it is read.
 */
export const workspace0002 = `
-- a version that a review used never changes, nor one that came or went in a file (travelled): others review by it
CREATE TABLE scorecards(id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, sections TEXT NOT NULL,
  made_at INTEGER NOT NULL, archived INTEGER NOT NULL DEFAULT 0,
  travelled INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(id, version)) WITHOUT ROWID;
-- origin: the workspace a sample was brought from; NULL: drawn here
CREATE TABLE samples(id TEXT PRIMARY KEY, recipe TEXT NOT NULL, cycle TEXT, drawn_at INTEGER NOT NULL, candidates INTEGER NOT NULL, strata TEXT NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0, origin TEXT) WITHOUT ROWID;
-- the review of a place is named "sample.place", here and wherever the sample is taken
CREATE TABLE sample_items(sample TEXT NOT NULL, place INTEGER NOT NULL, source TEXT NOT NULL, conversation TEXT NOT NULL, agent TEXT, reviewer TEXT NOT NULL,
  weight REAL NOT NULL, risks TEXT NOT NULL, PRIMARY KEY(sample, place)) WITHOUT ROWID;
CREATE INDEX sample_items_conversation ON sample_items(source, conversation);
-- content: ratings, notes, tags, comment, as typed. score: as submitted; NULL before, and where nothing was scored.
-- lineage: hashes of the states it has had when it came or went in a file, oldest first: who has which state knows it is the older
CREATE TABLE reviews(id TEXT PRIMARY KEY, source TEXT NOT NULL, conversation TEXT NOT NULL, agent TEXT, reviewer TEXT NOT NULL, sample TEXT, calibration INTEGER NOT NULL DEFAULT 0,
  scorecard TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, content TEXT NOT NULL, score REAL, seen TEXT NOT NULL, conversation_at INTEGER NOT NULL,
  begun_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, submitted_at INTEGER, acknowledged_at INTEGER, agent_reply TEXT, dispute TEXT,
  lineage TEXT NOT NULL DEFAULT '[]') WITHOUT ROWID;
CREATE INDEX reviews_conversation ON reviews(source, conversation);
CREATE INDEX reviews_sample ON reviews(sample);
CREATE INDEX reviews_at ON reviews(conversation_at);
-- one entry a change, never edited: hash is of the whole entry, so that merging the same twice adds nothing
CREATE TABLE review_changes(review TEXT NOT NULL, at INTEGER NOT NULL, hash TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY(review, at, hash)) WITHOUT ROWID;
-- a chat that was placed by rule is named after its first message: a message by which it is found when it gets another name
CREATE TABLE placed_chats(source TEXT NOT NULL, conversation TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY(source, conversation)) WITHOUT ROWID;
-- a chat that was brought from another workspace, by the names it has there and here; or one of here, by a name it had before
CREATE TABLE brought_chats(origin TEXT NOT NULL, origin_source TEXT NOT NULL, origin_conversation TEXT NOT NULL, source TEXT NOT NULL, conversation TEXT NOT NULL,
  PRIMARY KEY(origin, origin_source, origin_conversation)) WITHOUT ROWID;
CREATE INDEX brought_chats_here ON brought_chats(source, conversation);
CREATE TABLE canonical_answers(id TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
`
