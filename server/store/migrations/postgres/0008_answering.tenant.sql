-- What people did with an answer, beside what was known of it before: the confidence is fitted to these.
-- `source` is 'resolution' or 'feedback': of each run one of a kind counts, the newest.
CREATE TABLE draft_outcomes (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    run_id TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    label DOUBLE PRECISION NOT NULL,
    weight DOUBLE PRECISION NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    features TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, run_id, source),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX draft_outcomes_conversation ON draft_outcomes (tenant_id, conversation_id);
CREATE INDEX draft_outcomes_created ON draft_outcomes (tenant_id, created_ms);
ALTER TABLE draft_outcomes ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_outcomes FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_outcomes_tenant ON draft_outcomes
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- What made the confidence of a draft: JSON, or nothing.
ALTER TABLE tickets ADD COLUMN factors TEXT COLLATE "C";
