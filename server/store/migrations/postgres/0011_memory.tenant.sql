-- What an earlier conversation came to, in a few sentences without personal details; gone with it. `seq` is the
-- number of the last event that was read for it.
CREATE TABLE conversation_summaries (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    conversation_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    resolution TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE conversation_summaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_summaries FORCE ROW LEVEL SECURITY;
CREATE POLICY conversation_summaries_tenant ON conversation_summaries
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- Who sent the message of a run proved to be the customer: a process that takes the run over knows it too.
ALTER TABLE runs ADD COLUMN verified BIGINT NOT NULL DEFAULT 0;
