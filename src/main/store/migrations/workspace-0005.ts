/** workspace.db, fifth version: report templates, what was issued, schedules with their runs, and saved questions. */
export const workspace0005 = `
-- content: the template as JSON
CREATE TABLE report_templates(
  id TEXT PRIMARY KEY, content TEXT NOT NULL, version INTEGER NOT NULL, changed_at INTEGER NOT NULL
) WITHOUT ROWID;
-- the first version's was never written to
DROP TABLE issued_reports;
-- about: what lists show, as JSON; inputs and figures: JSON, gzipped; the file as it was handed out
CREATE TABLE issued_reports(
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  issued_at INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  about TEXT NOT NULL,
  inputs BLOB NOT NULL,
  figures BLOB NOT NULL,
  file BLOB NOT NULL
);
CREATE INDEX issued_reports_file ON issued_reports(file_hash);
CREATE INDEX issued_reports_fingerprint ON issued_reports(fingerprint);
CREATE TABLE report_schedules(
  id TEXT PRIMARY KEY, content TEXT NOT NULL, since INTEGER NOT NULL, changed_at INTEGER NOT NULL
) WITHOUT ROWID;
-- one row a schedule and a period, so that each report is made once
CREATE TABLE schedule_runs(
  schedule TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (schedule, period_from, period_to)
) WITHOUT ROWID;
CREATE INDEX schedule_runs_due ON schedule_runs(due_at);
CREATE TABLE saved_questions(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sql TEXT NOT NULL, changed_at INTEGER NOT NULL
) WITHOUT ROWID;
`
