/**
 * cache.db, first version. Everything in it can be fetched again or derived again.
 * Messages are clustered by conversation: k = conversation × 2^20 + seq, so one conversation is a run of pages and needs
 * no second index. Foreign ids are found by a 53-bit hash: an index on integers stays small where one on texts would not.
 * Where a row names another, 0 stands for none in indexed columns and NULL elsewhere.
 */
export const cache0001 = `
CREATE TABLE sources(id INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE);
CREATE TABLE cursors(source INTEGER NOT NULL, stream TEXT NOT NULL, cursor TEXT NOT NULL, complete_to INTEGER, backfilled_to INTEGER,
  done INTEGER NOT NULL DEFAULT 0, records INTEGER NOT NULL DEFAULT 0, updated_at INTEGER NOT NULL, PRIMARY KEY(source, stream)) WITHOUT ROWID;
CREATE TABLE quarantine(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL,
  raw TEXT NOT NULL, version TEXT NOT NULL, times INTEGER NOT NULL DEFAULT 1, UNIQUE(source, hash));
CREATE TABLE notices(source INTEGER NOT NULL, rid TEXT NOT NULL, at INTEGER NOT NULL, severity TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(source, rid)) WITHOUT ROWID;
CREATE INDEX notices_at ON notices(at);

-- version: the newest updatedAt merged into the row; older: the fields that stem from an older record, with its version
CREATE TABLE workspaces(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, name TEXT, timezone TEXT, extra TEXT, version INTEGER, older TEXT, UNIQUE(source, rid));
CREATE TABLE channels(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, platform TEXT, name TEXT, phone TEXT, extra TEXT, version INTEGER, older TEXT, UNIQUE(source, rid));
CREATE TABLE teams(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, name TEXT, extra TEXT, version INTEGER, older TEXT, UNIQUE(source, rid));
CREATE TABLE agents(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, name TEXT, email TEXT, role TEXT, active INTEGER, teams TEXT, extra TEXT, version INTEGER, older TEXT, UNIQUE(source, rid));
CREATE TABLE categories(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
-- one row a person: rows that share an alias are united, and the smallest id names the row
CREATE TABLE contacts(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, name TEXT, phone TEXT, language TEXT, segment TEXT, added_at INTEGER, added_by TEXT,
  opted_in_at INTEGER, opted_out_at INTEGER, deleted_at INTEGER, tags TEXT, extra TEXT, version INTEGER, older TEXT,
  removed_at INTEGER, erased INTEGER NOT NULL DEFAULT 0, UNIQUE(source, rid));
CREATE TABLE contact_aliases(source INTEGER NOT NULL, value TEXT NOT NULL, type TEXT NOT NULL, contact INTEGER NOT NULL, PRIMARY KEY(source, value, type, contact)) WITHOUT ROWID;
CREATE INDEX contact_aliases_contact ON contact_aliases(contact);

-- contact_ref, channel_ref: as the conversation's record states them; message_…: as its messages imply them. opened_by: type[:id]
CREATE TABLE conversations(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, derived INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0, channel INTEGER NOT NULL DEFAULT 0, contact_ref TEXT, channel_ref TEXT, message_contact TEXT, message_channel TEXT,
  opened_at INTEGER, opened_by TEXT, opened_by_agent INTEGER, extra TEXT, version INTEGER, older TEXT, removed_at INTEGER,
  -- derived from the messages, for the 24 h window of the conversations after this one
  first_message_at INTEGER, last_inbound_at INTEGER, inbound_before INTEGER,
  -- the head: derived with the facts, for lists; never written by records
  state INTEGER NOT NULL DEFAULT 0, started_at INTEGER, last_at INTEGER, last_text TEXT, last_direction TEXT, agent INTEGER, team INTEGER, category INTEGER,
  waiting_since INTEGER, first_response INTEGER, resolution INTEGER, messages INTEGER NOT NULL DEFAULT 0,
  UNIQUE(source, rid));
CREATE INDEX conversations_last ON conversations(last_at, id);
CREATE INDEX conversations_open ON conversations(last_at, id) WHERE state < 3;
CREATE INDEX conversations_contact ON conversations(contact, channel);

-- flags: see bits.ts. contact and channel are set while no conversation is stated: the thread the message is placed in by rule
CREATE TABLE messages(k INTEGER PRIMARY KEY, hash INTEGER NOT NULL, source INTEGER NOT NULL, rid TEXT NOT NULL, at INTEGER NOT NULL, flags INTEGER NOT NULL, agent INTEGER,
  author_id TEXT, contact INTEGER, channel INTEGER, text TEXT, caption TEXT, template TEXT, media TEXT, reply_to TEXT,
  sent_at INTEGER, delivered_at INTEGER, read_at INTEGER, played_at INTEGER, failed_at INTEGER, deleted_at INTEGER, error_code INTEGER, error_title TEXT, pricing TEXT, extra TEXT);
CREATE INDEX messages_hash ON messages(hash);
CREATE INDEX messages_loose ON messages(contact, channel, at) WHERE contact IS NOT NULL;
-- statuses that came before their message
CREATE TABLE early_statuses(source INTEGER NOT NULL, message TEXT NOT NULL, status TEXT NOT NULL, at INTEGER NOT NULL, error_code INTEGER, error_title TEXT, pricing TEXT,
  PRIMARY KEY(source, message, status)) WITHOUT ROWID;

-- identity of an event without an id is the whole of it, so its key is a hash of the record
CREATE TABLE conversation_events(conversation INTEGER NOT NULL, at INTEGER NOT NULL, hash INTEGER NOT NULL, event TEXT NOT NULL, by_type TEXT NOT NULL, by_agent INTEGER, by_id TEXT,
  category INTEGER, note TEXT, extra TEXT, PRIMARY KEY(conversation, at, hash)) WITHOUT ROWID;
CREATE TABLE assignments(conversation INTEGER NOT NULL, at INTEGER NOT NULL, hash INTEGER NOT NULL, from_agent INTEGER, to_agent INTEGER, team INTEGER, by_type TEXT NOT NULL, by_agent INTEGER, by_id TEXT,
  source_of TEXT NOT NULL, extra TEXT, PRIMARY KEY(conversation, at, hash)) WITHOUT ROWID;
CREATE INDEX assignments_at ON assignments(at);
CREATE TABLE comments(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, conversation INTEGER NOT NULL, at INTEGER NOT NULL, agent TEXT, text TEXT, mentions TEXT, extra TEXT, UNIQUE(source, rid));
CREATE INDEX comments_conversation ON comments(conversation, at);
CREATE TABLE surveys(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, conversation INTEGER NOT NULL, at INTEGER NOT NULL, extra TEXT, UNIQUE(source, rid));
CREATE INDEX surveys_conversation ON surveys(conversation, at);
CREATE TABLE ratings(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, rid TEXT NOT NULL, conversation INTEGER NOT NULL, at INTEGER NOT NULL, score REAL NOT NULL, min REAL NOT NULL, max REAL NOT NULL, comment TEXT, extra TEXT, UNIQUE(source, rid));
CREATE INDEX ratings_conversation ON ratings(conversation, at);
-- kept for the metrics that come with them: presence, shift, working_hours, link_click, conversion; identity is the hash of the record
CREATE TABLE other_records(source INTEGER NOT NULL, kind TEXT NOT NULL, hash INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY(source, kind, hash)) WITHOUT ROWID;
CREATE TABLE removals(source INTEGER NOT NULL, of TEXT NOT NULL, rid TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(source, of, rid)) WITHOUT ROWID;

-- derived: one packed row a conversation (metrics/pack.ts), and the flags its facts raised
CREATE TABLE facts(conversation INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE flags(id TEXT PRIMARY KEY, conversation INTEGER NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, agent INTEGER, team INTEGER, raised_at INTEGER NOT NULL, ended_at INTEGER,
  seconds INTEGER, target INTEGER, code INTEGER, text TEXT, message TEXT) WITHOUT ROWID;
CREATE INDEX flags_conversation ON flags(conversation);
CREATE INDEX flags_raised ON flags(raised_at, id);
`
