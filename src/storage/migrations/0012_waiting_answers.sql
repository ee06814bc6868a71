-- Answers may come before it is known which message they answer, or who is behind Meta's name for a person. They are
-- looked up once that is known: with every message that Meta accepts.
CREATE INDEX message_reply ON message(in_reply_to) WHERE in_reply_to <> '';
CREATE INDEX message_unknown_person ON message(user_id) WHERE phone = '';
