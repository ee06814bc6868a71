-- Which contact went along when its person went to another number: whoever is at a number now need not be the one who
-- came there last. NULL: not known, 0: none did.
ALTER TABLE person_change ADD COLUMN follower_id INTEGER;
CREATE INDEX person_change_follower ON person_change(follower_id) WHERE follower_id > 0;

-- Who is called so now may have been called otherwise when they said something.
CREATE INDEX person_change_new_user_id ON person_change(new_user_id, at) WHERE new_user_id <> '';

-- Ids are used again, so that nothing may stay behind under one.
CREATE TRIGGER following_contact_deleted AFTER DELETE ON contact
BEGIN
    UPDATE person_change SET follower_id = 0 WHERE follower_id = OLD.id AND follower_id > 0;
END;

-- Whether a message is at its number because its person has that now: it was written from another, or from one that
-- Meta withheld, and goes on with them, whenever they came to this one.
ALTER TABLE message ADD COLUMN is_carried INTEGER NOT NULL DEFAULT 0;

-- By which somebody who is erased is found.
CREATE INDEX message_user_id ON message(user_id) WHERE user_id <> '';
CREATE INDEX direct_message_phone ON direct_message(phone);
