-- What people teach and how it is taken back; what the knowledge base could not answer; the words of messages.

-- The ticket whose resolution wrote an entry, and what it took the place of: kept aside until the resolution can no
-- longer be undone. `retired_key` is the question's key, which the new entry has now.
ALTER TABLE cache_entries ADD COLUMN ticket_id TEXT;
ALTER TABLE cache_entries ADD COLUMN retired_by TEXT;
ALTER TABLE cache_entries ADD COLUMN retired_key TEXT;
ALTER TABLE cache_entries ADD COLUMN retired_ms BIGINT;
CREATE INDEX cache_entries_ticket ON cache_entries (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX cache_entries_retired ON cache_entries (retired_by) WHERE retired_by IS NOT NULL;

-- What a person would have answered.
ALTER TABLE feedback ADD COLUMN correction TEXT;
ALTER TABLE feedback ADD COLUMN corrected_by TEXT;
ALTER TABLE feedback ADD COLUMN corrected_by_name TEXT;
ALTER TABLE feedback ADD COLUMN corrected_ms BIGINT;

-- A gap has no words of its own: they go with the conversations that they come from.
CREATE TABLE knowledge_gaps (
    id TEXT NOT NULL,
    gap_key TEXT NOT NULL,
    status TEXT NOT NULL,
    asked BIGINT NOT NULL,
    first_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    closed_by TEXT,
    closed_ticket TEXT,
    closed_ms BIGINT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX knowledge_gaps_key ON knowledge_gaps (gap_key);
CREATE INDEX knowledge_gaps_asked ON knowledge_gaps (asked, last_ms);
CREATE INDEX knowledge_gaps_last ON knowledge_gaps (last_ms);

CREATE TABLE gap_questions (
    ticket_id TEXT NOT NULL,
    gap_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    question TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY (gap_id) REFERENCES knowledge_gaps (id) ON DELETE CASCADE,
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX gap_questions_gap ON gap_questions (gap_id, created_ms);
CREATE INDEX gap_questions_conversation ON gap_questions (conversation_id);

CREATE TABLE gap_answers (
    ticket_id TEXT NOT NULL,
    gap_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    author_id TEXT,
    author_name TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (ticket_id),
    FOREIGN KEY (gap_id) REFERENCES knowledge_gaps (id) ON DELETE CASCADE,
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX gap_answers_gap ON gap_answers (gap_id, created_ms);
CREATE INDEX gap_answers_conversation ON gap_answers (conversation_id);

-- The place of a message in time, by which the index of words names it: rowids of a table without an integer key may
-- change when the file is packed.
ALTER TABLE messages ADD COLUMN number BIGINT;
UPDATE messages SET number = (created_ms << 16) + (rowid & 65535);
CREATE INDEX messages_number ON messages (number, conversation_id);

-- Words alone, no texts. The triggers keep it true whoever writes, also where a conversation goes by a foreign key.
CREATE VIRTUAL TABLE message_words USING fts5(
    text, content='', columnsize=0, tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO message_words (rowid, text) SELECT number, text FROM messages;
CREATE TRIGGER message_words_added AFTER INSERT ON messages WHEN new.number IS NOT NULL BEGIN
    INSERT INTO message_words (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER message_words_removed AFTER DELETE ON messages WHEN old.number IS NOT NULL BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text);
END;
CREATE TRIGGER message_words_changed AFTER UPDATE OF text ON messages
WHEN old.number IS NOT NULL AND old.text <> new.text BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO message_words (rowid, text) VALUES (new.number, new.text);
END;
