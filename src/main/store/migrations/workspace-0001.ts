/** workspace.db, first version: what exists only here. It is never deleted. */
export const workspace0001 = `
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, config TEXT NOT NULL, paused INTEGER NOT NULL DEFAULT 0, added_at INTEGER NOT NULL) WITHOUT ROWID;
-- secrets the host could not keep in the system's keychain never land here: a source's config names the secret, the Shell keeps it
CREATE TABLE flag_decisions(flag TEXT PRIMARY KEY, decision TEXT NOT NULL, reason TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE issued_reports(id TEXT PRIMARY KEY, at INTEGER NOT NULL, query TEXT NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID;
`
