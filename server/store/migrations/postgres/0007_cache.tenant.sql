-- Answers that may be given again. They go with the conversation they came from, and where a document they
-- stand on changes.
CREATE TABLE cache_entries (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    question_key TEXT COLLATE "C" NOT NULL,
    locale TEXT COLLATE "C",
    answer TEXT COLLATE "C" NOT NULL,
    agent TEXT COLLATE "C",
    category TEXT COLLATE "C",
    confidence DOUBLE PRECISION NOT NULL,
    citations TEXT COLLATE "C",
    author_id TEXT COLLATE "C",
    author_name TEXT COLLATE "C",
    conversation_id TEXT COLLATE "C",
    config_version BIGINT NOT NULL,
    tokens BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    last_hit_ms BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX cache_entries_key ON cache_entries (tenant_id, question_key);
CREATE INDEX cache_entries_seq ON cache_entries (tenant_id, seq);
CREATE INDEX cache_entries_conversation ON cache_entries (tenant_id, conversation_id);
CREATE INDEX cache_entries_expires ON cache_entries (tenant_id, expires_ms);

-- The versions of the documents that an entry stands on.
CREATE TABLE cache_sources (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    entry_id TEXT COLLATE "C" NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, entry_id, document_id),
    FOREIGN KEY (tenant_id, entry_id) REFERENCES cache_entries (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX cache_sources_document ON cache_sources (tenant_id, document_id);

-- Which reply came from which entry, so that "wrong answer" finds it.
CREATE TABLE cache_replies (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    message_id TEXT COLLATE "C" NOT NULL,
    entry_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant_id, message_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX cache_replies_conversation ON cache_replies (tenant_id, conversation_id);

-- version: rises with every new entry. The rest is counted over all entries, those that have gone too.
CREATE TABLE cache_state (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    wrong_hits BIGINT NOT NULL,
    saved_tokens BIGINT NOT NULL,
    saved_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

ALTER TABLE cache_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE cache_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY cache_entries_tenant ON cache_entries
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE cache_sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE cache_sources FORCE ROW LEVEL SECURITY;
CREATE POLICY cache_sources_tenant ON cache_sources
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE cache_replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE cache_replies FORCE ROW LEVEL SECURITY;
CREATE POLICY cache_replies_tenant ON cache_replies
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE cache_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE cache_state FORCE ROW LEVEL SECURITY;
CREATE POLICY cache_state_tenant ON cache_state
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
