/** In SQL: the earlier of the two moments a contact is known to be gone. */
const goneAt = 'coalesce(min(removed_at, deleted_at), removed_at, deleted_at)'

function extra(data: string): string {
  return `nullif(${data} -> 'extra', '{}')`
}

/** "category COUNTRY", or the category alone where no country is stated. */
function priceText(pricing: string): string {
  return `coalesce(iif(json_type(${pricing}, '$.category') = 'text', replace(${pricing} ->> 'category', ' ', '_'), NULL), 'unknown') ||
    coalesce(iif(${pricing} ->> 'country' GLOB '[A-Za-z][A-Za-z]', ' ' || upper(${pricing} ->> 'country'), NULL), '')`
}

/** A price nobody can place is none. */
const priced = `json_type(pricing, '$.category') = 'text' OR json_type(pricing, '$.billable') IN ('true', 'false')`

/**
 * cache.db, second version: what the whole catalogue of metrics needs. Facts know when they changed, words have numbers,
 * messages carry what was read in them, and the records of presence, shifts, hours, clicks and conversions get tables of
 * their own. Facts of the first version are thrown away: they are derived again as the workspace is opened.
 */
export const cache0002 = `
-- epoch: another for every database ever made; facts_version: the newest number given to changed facts; the others say what the
-- rows were last computed with
CREATE TABLE derivation(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT INTO derivation VALUES ('epoch', lower(hex(randomblob(16)))), ('facts_version', 0);
DROP TABLE facts;
CREATE TABLE facts(conversation INTEGER PRIMARY KEY, version INTEGER NOT NULL DEFAULT 0, data BLOB NOT NULL);
CREATE INDEX facts_version ON facts(version);
-- conversations whose facts were taken away, until they have some again
CREATE TABLE facts_gone(conversation INTEGER PRIMARY KEY, version INTEGER NOT NULL);
CREATE INDEX facts_gone_version ON facts_gone(version);

-- names without a record of their own: template, language, pricing ("category COUNTRY", without the country where nobody says)
CREATE TABLE words(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, UNIQUE(kind, text));

-- template_word, price_word, language: rows of words. sentiment: -1, 0, 1; NULL: not scored. text_version: of what read the text; 0: unread
ALTER TABLE messages ADD COLUMN template_word INTEGER;
ALTER TABLE messages ADD COLUMN price_word INTEGER;
ALTER TABLE messages ADD COLUMN billable INTEGER;
ALTER TABLE messages ADD COLUMN language INTEGER;
ALTER TABLE messages ADD COLUMN sentiment INTEGER;
ALTER TABLE messages ADD COLUMN text_version INTEGER NOT NULL DEFAULT 0;
-- topic: row of the category the topic rules give; NULL: none
ALTER TABLE conversations ADD COLUMN topic INTEGER;

INSERT INTO words(kind, text) SELECT DISTINCT 'template', template ->> 'name' FROM messages WHERE template ->> 'name' IS NOT NULL;
UPDATE messages SET template_word = (SELECT id FROM words WHERE kind = 'template' AND text = template ->> 'name') WHERE template IS NOT NULL;
INSERT INTO words(kind, text) SELECT DISTINCT 'pricing', ${priceText('pricing')} FROM messages WHERE ${priced};
UPDATE messages SET price_word = (SELECT id FROM words WHERE kind = 'pricing' AND text = ${priceText('pricing')}),
  billable = coalesce(json_type(pricing, '$.billable') = 'true', 0)
  WHERE ${priced};

-- hash: of the whole record, its identity
CREATE TABLE presence(source INTEGER NOT NULL, agent INTEGER NOT NULL, at INTEGER NOT NULL, hash INTEGER NOT NULL, state TEXT NOT NULL, extra TEXT,
  PRIMARY KEY(agent, at, hash)) WITHOUT ROWID;
CREATE TABLE shifts(source INTEGER NOT NULL, agent INTEGER NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER NOT NULL, hash INTEGER NOT NULL, extra TEXT,
  PRIMARY KEY(agent, from_at, hash)) WITHOUT ROWID;
CREATE TABLE working_hours(source INTEGER NOT NULL, hash INTEGER NOT NULL, team TEXT, channel TEXT, zone TEXT NOT NULL, week TEXT NOT NULL,
  exceptions TEXT NOT NULL, extra TEXT, PRIMARY KEY(source, hash)) WITHOUT ROWID;
-- contact, message, conversation: record ids as stated; whose they are is looked up, because people are united later
CREATE TABLE link_clicks(source INTEGER NOT NULL, hash INTEGER NOT NULL, at INTEGER NOT NULL, contact TEXT NOT NULL, message TEXT, url TEXT NOT NULL,
  campaign TEXT, extra TEXT, PRIMARY KEY(source, hash)) WITHOUT ROWID;
CREATE INDEX link_clicks_at ON link_clicks(at);
CREATE TABLE conversions(source INTEGER NOT NULL, rid TEXT NOT NULL, at INTEGER NOT NULL, contact TEXT NOT NULL, conversation TEXT, goal TEXT NOT NULL,
  value REAL, currency TEXT, campaign TEXT, extra TEXT, PRIMARY KEY(source, rid)) WITHOUT ROWID;
CREATE INDEX conversions_at ON conversions(at);

INSERT INTO presence SELECT o.source, a.id, data ->> 'at', hash, data ->> 'state', ${extra('data')}
  FROM other_records o JOIN agents a ON a.source = o.source AND a.rid = data ->> 'agent' WHERE kind = 'presence';
INSERT INTO shifts SELECT o.source, a.id, data ->> 'from', data ->> 'to', hash, ${extra('data')}
  FROM other_records o JOIN agents a ON a.source = o.source AND a.rid = data ->> 'agent' WHERE kind = 'shift';
INSERT INTO working_hours SELECT source, hash, data ->> '$.scope.team', data ->> '$.scope.channel', data ->> 'zone', data -> 'week',
  data -> 'exceptions', ${extra('data')} FROM other_records WHERE kind = 'working_hours';
INSERT INTO link_clicks SELECT source, hash, data ->> 'at', data ->> 'contact', data ->> 'message', data ->> 'url', data ->> 'campaign', ${extra('data')}
  FROM other_records WHERE kind = 'link_click';
INSERT INTO conversions SELECT source, data ->> 'id', data ->> 'at', data ->> 'contact', data ->> 'conversation', data ->> 'goal', data ->> 'value',
  data ->> 'currency', data ->> 'campaign', ${extra('data')} FROM other_records WHERE kind = 'conversion';
DROP TABLE other_records;

CREATE INDEX contacts_added ON contacts(added_at) WHERE added_at IS NOT NULL;
CREATE INDEX contacts_gone ON contacts(${goneAt}) WHERE removed_at IS NOT NULL OR deleted_at IS NOT NULL;
`
