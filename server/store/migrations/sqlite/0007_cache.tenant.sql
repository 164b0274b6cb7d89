-- Answers that may be given again. They go with the conversation they came from, and where a document they
-- stand on changes.
CREATE TABLE cache_entries (
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    question_key TEXT NOT NULL,
    locale TEXT,
    answer TEXT NOT NULL,
    agent TEXT,
    category TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    citations TEXT,
    author_id TEXT,
    author_name TEXT,
    conversation_id TEXT,
    config_version BIGINT NOT NULL,
    tokens BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    last_hit_ms BIGINT,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX cache_entries_key ON cache_entries (question_key);
CREATE INDEX cache_entries_seq ON cache_entries (seq);
CREATE INDEX cache_entries_conversation ON cache_entries (conversation_id);
CREATE INDEX cache_entries_expires ON cache_entries (expires_ms);

-- The versions of the documents that an entry stands on.
CREATE TABLE cache_sources (
    entry_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (entry_id, document_id),
    FOREIGN KEY (entry_id) REFERENCES cache_entries (id) ON DELETE CASCADE
);
CREATE INDEX cache_sources_document ON cache_sources (document_id);

-- Which reply came from which entry, so that "wrong answer" finds it.
CREATE TABLE cache_replies (
    message_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    PRIMARY KEY (message_id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX cache_replies_conversation ON cache_replies (conversation_id);

-- version: rises with every new entry. The rest is counted over all entries, those that have gone too.
CREATE TABLE cache_state (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    wrong_hits BIGINT NOT NULL,
    saved_tokens BIGINT NOT NULL,
    saved_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
