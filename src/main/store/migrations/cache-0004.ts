/** Which kind of row is searched; the same numbers as in search/refs.ts. */
const message = (k: string) => `${k} * 4`
const comment = (id: string) => `${id} * 4 + 1`
const contact = (id: string) => `${id} * 4 + 2`

function note(refs: string): string {
  return `INSERT INTO search_pending(ref) ${refs};`
}

function changed(...columns: readonly string[]): string {
  return columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
}

/** Failed, and nothing higher reached. */
function failed(row: string): string {
  return `(${row}.failed_at IS NOT NULL AND coalesce(${row}.delivered_at, ${row}.read_at, ${row}.played_at) IS NULL)`
}

/** Edits and revokes change the message they reply to. */
function changesAnother(row: string): string {
  return `${row}.reply_to IS NOT NULL AND (${row}.flags >> 7) & 63 IN (12, 13)`
}

function target(row: string): string {
  return note(`SELECT ${message('k')} FROM messages WHERE k >= (${row}.k >> 20) << 20 AND k < ((${row}.k >> 20) + 1) << 20
    AND rid = ${row}.reply_to`)
}

/**
 * cache.db, fourth version: what the search index does not hold yet, noted by the transaction that changes it, in the order
 * of the changes and as often as it changes. Triggers do it, so that no way of writing a row can forget to. search_batch: how
 * many batches the index took out of search_pending, and whether its file was found damaged.
 */
export const cache0004 = `
CREATE TABLE search_pending(seq INTEGER PRIMARY KEY, ref INTEGER NOT NULL);
CREATE TABLE search_batch(number INTEGER NOT NULL, given_up INTEGER NOT NULL);
INSERT INTO search_batch VALUES (0, 0);

CREATE TRIGGER search_message_added AFTER INSERT ON messages BEGIN ${note(`VALUES (${message('NEW.k')})`)} END;
CREATE TRIGGER search_change_added AFTER INSERT ON messages WHEN ${changesAnother('NEW')} BEGIN ${target('NEW')} END;
CREATE TRIGGER search_message_removed AFTER DELETE ON messages BEGIN ${note(`VALUES (${message('OLD.k')})`)} END;
CREATE TRIGGER search_change_removed AFTER DELETE ON messages WHEN ${changesAnother('OLD')} BEGIN ${target('OLD')} END;
CREATE TRIGGER search_message_changed AFTER UPDATE ON messages
  WHEN ${changed('k', 'rid', 'at', 'flags', 'agent', 'text', 'caption', 'media', 'reply_to', 'deleted_at', 'error_code', 'error_title')}
    OR ${changed('template_word', 'language', 'sentiment')} OR ${failed('OLD')} <> ${failed('NEW')}
  BEGIN ${note(`SELECT ${message('OLD.k')} UNION SELECT ${message('NEW.k')}`)} END;
CREATE TRIGGER search_change_changed AFTER UPDATE ON messages
  WHEN (${changesAnother('OLD')} OR ${changesAnother('NEW')}) AND (${changed('k', 'rid', 'at', 'flags', 'text', 'caption', 'reply_to')})
  BEGIN ${target('OLD')} ${target('NEW')} END;

CREATE TRIGGER search_comment_added AFTER INSERT ON comments BEGIN ${note(`VALUES (${comment('NEW.id')})`)} END;
CREATE TRIGGER search_comment_removed AFTER DELETE ON comments BEGIN ${note(`VALUES (${comment('OLD.id')})`)} END;
CREATE TRIGGER search_comment_changed AFTER UPDATE ON comments WHEN ${changed('conversation', 'rid', 'at', 'agent', 'text')}
  BEGIN ${note(`VALUES (${comment('NEW.id')})`)} END;

CREATE TRIGGER search_contact_removed AFTER DELETE ON contacts BEGIN ${note(`VALUES (${contact('OLD.id')})`)} END;
CREATE TRIGGER search_contact_changed AFTER UPDATE ON contacts WHEN ${changed('name', 'phone', 'erased')}
  BEGIN ${note(`VALUES (${contact('NEW.id')})`)} END;
CREATE TRIGGER search_alias_added AFTER INSERT ON contact_aliases BEGIN ${note(`VALUES (${contact('NEW.contact')})`)} END;
CREATE TRIGGER search_alias_removed AFTER DELETE ON contact_aliases BEGIN ${note(`VALUES (${contact('OLD.contact')})`)} END;
CREATE TRIGGER search_alias_changed AFTER UPDATE ON contact_aliases
  BEGIN ${note(`SELECT ${contact('OLD.contact')} UNION SELECT ${contact('NEW.contact')}`)} END;

-- a contact stands for the newest of their conversations
CREATE TRIGGER search_conversation_removed AFTER DELETE ON conversations BEGIN ${note(`VALUES (${contact('OLD.contact')})`)} END;
CREATE TRIGGER search_conversation_changed AFTER UPDATE ON conversations WHEN ${changed('contact', 'channel', 'started_at')}
  BEGIN ${note(`SELECT ${contact('OLD.contact')} UNION SELECT ${contact('NEW.contact')}`)} END;
CREATE TRIGGER search_conversation_moved AFTER UPDATE ON conversations
  WHEN ${changed('channel')} OR (OLD.started_at IS NULL) <> (NEW.started_at IS NULL)
  BEGIN
    ${note(`SELECT ${message('k')} FROM messages WHERE k >= NEW.id << 20 AND k < (NEW.id + 1) << 20`)}
    ${note(`SELECT ${comment('id')} FROM comments WHERE conversation = NEW.id`)}
  END;
`
