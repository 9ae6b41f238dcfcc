/** workspace.db, fourth version: what is still to be told, and what telling has to remember over a restart. */
export const workspace0004 = `
-- seen, and not told yet: quiet hours, or another notice was just shown
CREATE TABLE telling_queue(flag TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
-- moments in epoch milliseconds, and the webhook's last failure: one row a value, JSON
CREATE TABLE telling_state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX webhook_outbox_order ON webhook_outbox(at);
`
