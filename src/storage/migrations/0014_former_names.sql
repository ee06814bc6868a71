-- A person may go on under another number, or under another of Meta's names for them. What is told late, or still
-- comes from where they were, is theirs; and Meta tells the changes themselves late, again and in any order.
CREATE TABLE person_change (
    id INTEGER PRIMARY KEY,
    old_phone TEXT NOT NULL, -- E.164, as an import would store it; empty: not known
    old_user_id TEXT NOT NULL,
    new_phone TEXT NOT NULL, -- empty: the number stayed
    new_user_id TEXT NOT NULL, -- empty: not told
    new_region TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX person_change_old_phone ON person_change(old_phone, at) WHERE old_phone <> '';
CREATE INDEX person_change_new_phone ON person_change(new_phone, at) WHERE new_phone <> '';
CREATE INDEX person_change_old_user_id ON person_change(old_user_id, at) WHERE old_user_id <> '';

-- Every name that Meta ever had for a contact, and when it told it last. The contact shows the latest.
CREATE TABLE known_user_id (
    user_id TEXT NOT NULL,
    contact_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (user_id, contact_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX known_user_id_contact ON known_user_id(contact_id, at);
INSERT INTO known_user_id SELECT user_id, id, 0 FROM contact WHERE user_id <> '';

-- Ids are used again, so that nothing may stay behind under one.
CREATE TRIGGER named_contact_deleted AFTER DELETE ON contact
BEGIN
    DELETE FROM known_user_id WHERE contact_id = OLD.id;
END;

-- When somebody last took back what they had told WhatsApp: an earlier stop that is told later means nothing.
CREATE TABLE resumption (
    phone TEXT PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO resumption SELECT phone, opted_in_at FROM contact
    WHERE opt_in_source = 'whatsapp' AND opted_in_at IS NOT NULL;
