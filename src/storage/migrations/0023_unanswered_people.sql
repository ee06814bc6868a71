-- Whether somebody waits for an answer is told by the order in which messages came here, and not by the clocks of Meta
-- and of this computer: what comes after our answer is not answered by it, however long it was on its way.
DROP TRIGGER IF EXISTS conversation_refreshed;
DROP INDEX IF EXISTS conversation_unanswered;
DROP INDEX IF EXISTS message_answer;
ALTER TABLE conversation DROP COLUMN last_out_at;
ALTER TABLE conversation ADD COLUMN last_in_id INTEGER NOT NULL DEFAULT 0; -- 0: the person never wrote
-- 0: nobody answered, with anything that may have arrived
ALTER TABLE conversation ADD COLUMN last_out_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversation_unanswered ON conversation(last_at, id) WHERE last_in_id > last_out_id;
CREATE INDEX message_latest_in ON message(conversation_id) WHERE direction = 'in' AND type <> 'system';
CREATE INDEX message_latest_out ON message(conversation_id) WHERE direction = 'out';

CREATE TRIGGER conversation_refreshed AFTER INSERT ON conversation_refresh BEGIN
    UPDATE conversation SET
        (last_id, last_at) = (SELECT id, at FROM message WHERE conversation_id = NEW.conversation_id
                              ORDER BY at DESC, id DESC LIMIT 1),
        last_in_at = coalesce((SELECT max(at) FROM message WHERE conversation_id = NEW.conversation_id
                                   AND direction = 'in' AND type <> 'system'), 0),
        last_in_id = coalesce((SELECT id FROM message WHERE conversation_id = NEW.conversation_id
                                   AND direction = 'in' AND type <> 'system' ORDER BY id DESC LIMIT 1), 0),
        last_out_id = coalesce((SELECT m.id FROM message m LEFT JOIN direct_message d ON d.id = m.direct_id
                                WHERE m.conversation_id = NEW.conversation_id AND m.direction = 'out'
                                    AND (d.state IS NULL OR d.state IN ('waiting', 'sending', 'accepted', 'unconfirmed'))
                                ORDER BY m.id DESC LIMIT 1), 0),
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

-- Strangers are found by what they call themselves, however it is written.
ALTER TABLE conversation ADD COLUMN profile_key TEXT NOT NULL DEFAULT ''; -- profile_name without case and accents (nameKey)
UPDATE conversation SET profile_key = lower(profile_name);

DROP TRIGGER IF EXISTS message_moved;
CREATE TRIGGER message_moved AFTER UPDATE OF phone ON message WHEN NEW.phone <> OLD.phone BEGIN
    INSERT OR IGNORE INTO conversation (person, profile_name, profile_key)
        SELECT CASE NEW.phone WHEN '' THEN NEW.user_id ELSE NEW.phone END,
               coalesce((SELECT profile_name FROM conversation WHERE id = OLD.conversation_id), ''),
               coalesce((SELECT profile_key FROM conversation WHERE id = OLD.conversation_id), '')
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

-- A file is on the list of those left over from before it is written until a message has it, so that one whose program
-- was ended in between is deleted too.
ALTER TABLE media_left ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0; -- until then a message may still take it
DROP TRIGGER IF EXISTS media_of_deleted;
CREATE TRIGGER media_of_deleted AFTER DELETE ON message BEGIN
    INSERT OR REPLACE INTO media_left (file) SELECT file FROM media WHERE message_id = OLD.id AND file <> '';
    DELETE FROM media WHERE message_id = OLD.id;
END;
