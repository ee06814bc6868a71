-- The inbox: what passed between us and each person, beside the campaigns.

ALTER TABLE message ADD COLUMN conversation_id INTEGER; -- NULL: nobody knows whose it is
ALTER TABLE message ADD COLUMN is_read INTEGER NOT NULL DEFAULT 0; -- by somebody of ours
-- Of an answer of ours: how far it is. Its message_id is that of the attempt; Meta's is in direct_message.
ALTER TABLE message ADD COLUMN direct_id INTEGER;
ALTER TABLE message ADD COLUMN text_key TEXT NOT NULL DEFAULT ''; -- the text without case and accents (nameKey)

-- Old answers were dealt with outside the inbox; those that may still be answered freely wait to be read.
UPDATE message SET text_key = lower(text),
    is_read = direction = 'in' AND at < (CAST(strftime('%s', 'now') AS INTEGER) - 86400) * 1000;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL UNIQUE, -- the number, or Meta's name for somebody whose number nobody knows
    profile_name TEXT NOT NULL DEFAULT '', -- what the person calls themselves on WhatsApp
    draft TEXT NOT NULL DEFAULT '',
    read_to_tell TEXT NOT NULL DEFAULT '', -- the message up to which Meta must still hear that it was read
    -- What follows is kept by triggers; `workspace check` proves it.
    last_id INTEGER NOT NULL DEFAULT 0, -- the latest message
    last_at INTEGER NOT NULL DEFAULT 0,
    last_in_at INTEGER NOT NULL DEFAULT 0, -- 0: the person never wrote
    last_out_at INTEGER NOT NULL DEFAULT 0, -- 0: nobody answered, with anything that may have arrived
    unread INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX conversation_last ON conversation(last_at, id);
CREATE INDEX conversation_unread ON conversation(last_at, id, unread) WHERE unread > 0;
CREATE INDEX conversation_unanswered ON conversation(last_at, id) WHERE last_in_at > last_out_at;
CREATE INDEX conversation_window ON conversation(last_in_at, last_at, id);
CREATE INDEX conversation_to_tell ON conversation(id) WHERE read_to_tell <> '';

INSERT INTO conversation (person)
    SELECT DISTINCT CASE phone WHEN '' THEN user_id ELSE phone END FROM message WHERE phone <> '' OR user_id <> '';
UPDATE message SET conversation_id =
    (SELECT c.id FROM conversation c WHERE c.person = CASE message.phone WHEN '' THEN message.user_id ELSE message.phone END);

CREATE INDEX message_conversation ON message(conversation_id, at, id);
CREATE INDEX message_inbound ON message(conversation_id, at) WHERE direction = 'in' AND type <> 'system';
CREATE INDEX message_unread ON message(conversation_id) WHERE direction = 'in' AND type <> 'system' AND is_read = 0;
CREATE INDEX message_answer ON message(conversation_id, at, direct_id) WHERE direction = 'out';
CREATE INDEX message_direct ON message(direct_id) WHERE direct_id IS NOT NULL;
CREATE INDEX message_of_campaign ON message(campaign_id, conversation_id) WHERE campaign_id IS NOT NULL;

-- A row put in here brings that conversation up to date, and is gone again.
CREATE TABLE conversation_refresh (
    conversation_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER conversation_refreshed AFTER INSERT ON conversation_refresh BEGIN
    UPDATE conversation SET
        (last_id, last_at) = (SELECT id, at FROM message WHERE conversation_id = NEW.conversation_id
                              ORDER BY at DESC, id DESC LIMIT 1),
        last_in_at = coalesce((SELECT max(at) FROM message WHERE conversation_id = NEW.conversation_id
                                   AND direction = 'in' AND type <> 'system'), 0),
        last_out_at = coalesce((SELECT m.at FROM message m LEFT JOIN direct_message d ON d.id = m.direct_id
                                WHERE m.conversation_id = NEW.conversation_id AND m.direction = 'out'
                                    AND (d.state IS NULL OR d.state IN ('waiting', 'sending', 'accepted', 'unconfirmed'))
                                ORDER BY m.at DESC LIMIT 1), 0),
        unread = (SELECT count(*) FROM message WHERE conversation_id = NEW.conversation_id AND direction = 'in'
                      AND type <> 'system' AND is_read = 0)
        WHERE id = NEW.conversation_id
            AND EXISTS (SELECT 1 FROM message WHERE conversation_id = NEW.conversation_id);
    -- Whoever was erased, or goes on under another number, leaves nothing behind.
    DELETE FROM conversation WHERE id = NEW.conversation_id
        AND NOT EXISTS (SELECT 1 FROM message WHERE conversation_id = NEW.conversation_id);
    DELETE FROM conversation_refresh WHERE conversation_id = NEW.conversation_id;
END;

INSERT INTO conversation_refresh SELECT id FROM conversation;
UPDATE conversation SET profile_name = coalesce(
    (SELECT m.profile_name FROM message m WHERE m.conversation_id = conversation.id AND m.profile_name <> ''
     ORDER BY m.at DESC LIMIT 1), '');

CREATE TRIGGER message_arrived AFTER INSERT ON message WHEN NEW.phone <> '' OR NEW.user_id <> '' BEGIN
    INSERT OR IGNORE INTO conversation (person) VALUES (CASE NEW.phone WHEN '' THEN NEW.user_id ELSE NEW.phone END);
    UPDATE message SET conversation_id = (SELECT id FROM conversation
        WHERE person = CASE NEW.phone WHEN '' THEN NEW.user_id ELSE NEW.phone END) WHERE id = NEW.id;
    INSERT INTO conversation_refresh SELECT conversation_id FROM message WHERE id = NEW.id;
    UPDATE conversation SET profile_name = NEW.profile_name
        WHERE NEW.profile_name <> '' AND last_id = NEW.id
            AND id = (SELECT conversation_id FROM message WHERE id = NEW.id);
END;

CREATE TRIGGER message_moved AFTER UPDATE OF phone ON message WHEN NEW.phone <> OLD.phone BEGIN
    INSERT OR IGNORE INTO conversation (person, profile_name)
        SELECT CASE NEW.phone WHEN '' THEN NEW.user_id ELSE NEW.phone END,
               coalesce((SELECT profile_name FROM conversation WHERE id = OLD.conversation_id), '')
        WHERE NEW.phone <> '' OR NEW.user_id <> '';
    UPDATE message SET conversation_id = (SELECT id FROM conversation
        WHERE person = CASE NEW.phone WHEN '' THEN NEW.user_id ELSE NEW.phone END) WHERE id = NEW.id;
    UPDATE conversation SET draft = (SELECT draft FROM conversation WHERE id = OLD.conversation_id)
        WHERE id = (SELECT conversation_id FROM message WHERE id = NEW.id) AND draft = ''
            AND EXISTS (SELECT 1 FROM conversation WHERE id = OLD.conversation_id);
    INSERT INTO conversation_refresh SELECT OLD.conversation_id WHERE OLD.conversation_id IS NOT NULL;
    INSERT INTO conversation_refresh SELECT conversation_id FROM message
        WHERE id = NEW.id AND conversation_id IS NOT NULL;
END;

CREATE TRIGGER message_deleted AFTER DELETE ON message WHEN OLD.conversation_id IS NOT NULL BEGIN
    INSERT INTO conversation_refresh VALUES (OLD.conversation_id);
END;

-- An answer that was refused leaves the person unanswered.
CREATE TRIGGER answer_settled AFTER UPDATE OF state ON direct_message WHEN NEW.state <> OLD.state BEGIN
    INSERT INTO conversation_refresh SELECT conversation_id FROM message
        WHERE direct_id = NEW.id AND conversation_id IS NOT NULL;
END;

-- Finds three letters anywhere in a text.
CREATE VIRTUAL TABLE message_search USING fts5(
    text_key, content='message', content_rowid='id', tokenize='trigram case_sensitive 1', detail='none');
INSERT INTO message_search (rowid, text_key) SELECT id, text_key FROM message WHERE text_key <> '';
CREATE TRIGGER message_searchable AFTER INSERT ON message WHEN NEW.text_key <> '' BEGIN
    INSERT INTO message_search (rowid, text_key) VALUES (NEW.id, NEW.text_key);
END;
CREATE TRIGGER message_unsearchable AFTER DELETE ON message WHEN OLD.text_key <> '' BEGIN
    INSERT INTO message_search (message_search, rowid, text_key) VALUES ('delete', OLD.id, OLD.text_key);
END;

-- Files of messages, in and out. Meta keeps those that people send for seven days.
CREATE TABLE media (
    message_id INTEGER PRIMARY KEY, -- of the row in message
    meta_id TEXT NOT NULL DEFAULT '',
    mime_type TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '', -- as Meta told it
    name TEXT NOT NULL DEFAULT '', -- by which its sender calls it
    state TEXT NOT NULL, -- wanted, kept, gone (Meta has it no longer, or it cannot be kept)
    file TEXT NOT NULL DEFAULT '', -- in the workspace's media folder
    size INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '' -- of the last try
) STRICT;
CREATE INDEX media_wanted ON media(next_at) WHERE state = 'wanted';

-- Files that nobody needs any more; whoever deletes them takes them off this list.
CREATE TABLE media_left (
    file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER media_of_deleted AFTER DELETE ON message BEGIN
    INSERT OR IGNORE INTO media_left SELECT file FROM media WHERE message_id = OLD.id AND file <> '';
    DELETE FROM media WHERE message_id = OLD.id;
END;

-- What Meta told of answers: times of Meta's clock.
ALTER TABLE direct_message ADD COLUMN delivered_at INTEGER;
ALTER TABLE direct_message ADD COLUMN read_at INTEGER;

-- Sentences that somebody says again and again.
CREATE TABLE quick_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    text TEXT NOT NULL
) STRICT;
