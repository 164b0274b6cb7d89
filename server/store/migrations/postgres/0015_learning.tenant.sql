-- What people teach and how it is taken back; what the knowledge base could not answer; the words of messages.

-- The ticket whose resolution wrote an entry, and what it took the place of: kept aside until the resolution can no
-- longer be undone. `retired_key` is the question's key, which the new entry has now.
ALTER TABLE cache_entries ADD COLUMN ticket_id TEXT COLLATE "C";
ALTER TABLE cache_entries ADD COLUMN retired_by TEXT COLLATE "C";
ALTER TABLE cache_entries ADD COLUMN retired_key TEXT COLLATE "C";
ALTER TABLE cache_entries ADD COLUMN retired_ms BIGINT;
CREATE INDEX cache_entries_ticket ON cache_entries (tenant_id, ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX cache_entries_retired ON cache_entries (tenant_id, retired_by) WHERE retired_by IS NOT NULL;

-- What a person would have answered.
ALTER TABLE feedback ADD COLUMN correction TEXT COLLATE "C";
ALTER TABLE feedback ADD COLUMN corrected_by TEXT COLLATE "C";
ALTER TABLE feedback ADD COLUMN corrected_by_name TEXT COLLATE "C";
ALTER TABLE feedback ADD COLUMN corrected_ms BIGINT;

-- A gap has no words of its own: they go with the conversations that they come from.
CREATE TABLE knowledge_gaps (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    gap_key TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    asked BIGINT NOT NULL,
    first_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    closed_by TEXT COLLATE "C",
    closed_ticket TEXT COLLATE "C",
    closed_ms BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX knowledge_gaps_key ON knowledge_gaps (tenant_id, gap_key);
CREATE INDEX knowledge_gaps_asked ON knowledge_gaps (tenant_id, asked, last_ms);
CREATE INDEX knowledge_gaps_last ON knowledge_gaps (tenant_id, last_ms);
ALTER TABLE knowledge_gaps ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_gaps FORCE ROW LEVEL SECURITY;
CREATE POLICY knowledge_gaps_tenant ON knowledge_gaps
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE TABLE gap_questions (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    ticket_id TEXT COLLATE "C" NOT NULL,
    gap_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, gap_id) REFERENCES knowledge_gaps (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gap_questions_gap ON gap_questions (tenant_id, gap_id, created_ms);
CREATE INDEX gap_questions_conversation ON gap_questions (tenant_id, conversation_id);
ALTER TABLE gap_questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE gap_questions FORCE ROW LEVEL SECURITY;
CREATE POLICY gap_questions_tenant ON gap_questions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE TABLE gap_answers (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    ticket_id TEXT COLLATE "C" NOT NULL,
    gap_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" NOT NULL,
    author_id TEXT COLLATE "C",
    author_name TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id),
    FOREIGN KEY (tenant_id, gap_id) REFERENCES knowledge_gaps (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX gap_answers_gap ON gap_answers (tenant_id, gap_id, created_ms);
CREATE INDEX gap_answers_conversation ON gap_answers (tenant_id, conversation_id);
ALTER TABLE gap_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE gap_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY gap_answers_tenant ON gap_answers
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- The place of a message in time, by which the index of words names it.
ALTER TABLE messages ADD COLUMN number BIGINT;
-- The owner migrates all tenants at once.
ALTER TABLE messages NO FORCE ROW LEVEL SECURITY;
UPDATE messages SET number = (created_ms << 16) + (seq & 65535);
CREATE INDEX messages_number ON messages (tenant_id, number, conversation_id);

-- One row a word and message: an index over text vectors serves nobody here, because row-level security lets no
-- operator reach an index that it does not know to be discreet, and those of text search are not; equality is.
-- English stems without stop words: "the" is a word that may be looked for.
CREATE TEXT SEARCH DICTIONARY parley_stem (TEMPLATE = pg_catalog.snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION parley_words (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION parley_words
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH parley_stem;
-- What is no letter and no digit parts words, also inside numbers of invoices, addresses of mail and pages, which the
-- parser would keep whole. By code points: classes of characters depend on the locale of the database.
CREATE FUNCTION parley_lexemes(said TEXT) RETURNS TEXT[] LANGUAGE sql STABLE AS '
    SELECT tsvector_to_array(to_tsvector(''parley_words'', regexp_replace(said,
        ''[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2000-\u206f\u3000-\u3004]+'',
        '' '', ''g'')))';

CREATE TABLE message_words (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    word TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, word, number)
);
INSERT INTO message_words (tenant_id, word, number)
    SELECT m.tenant_id, w.word, m.number FROM messages m,
        unnest(parley_lexemes(left(m.text, 20000))) AS w (word)
    ON CONFLICT DO NOTHING;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
ALTER TABLE message_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_words FORCE ROW LEVEL SECURITY;
CREATE POLICY message_words_tenant ON message_words
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- The triggers keep it true whoever writes, also where a conversation goes by a foreign key.
CREATE FUNCTION message_words_added() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    IF NEW.number IS NOT NULL THEN
        INSERT INTO message_words (word, number)
            SELECT w.word, NEW.number
            FROM unnest(parley_lexemes(left(NEW.text, 20000))) AS w (word)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END';
CREATE FUNCTION message_words_removed() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    DELETE FROM message_words WHERE number = OLD.number
        AND word = ANY (parley_lexemes(left(OLD.text, 20000)));
    RETURN NULL;
END';
CREATE TRIGGER message_words_added AFTER INSERT ON messages
    FOR EACH ROW EXECUTE FUNCTION message_words_added();
CREATE TRIGGER message_words_removed AFTER DELETE ON messages
    FOR EACH ROW EXECUTE FUNCTION message_words_removed();
CREATE TRIGGER message_words_left AFTER UPDATE OF text ON messages
    FOR EACH ROW WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION message_words_removed();
CREATE TRIGGER message_words_rewritten AFTER UPDATE OF text ON messages
    FOR EACH ROW WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION message_words_added();
