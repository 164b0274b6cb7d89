-- What happens in the queue, numbered in the tenant without gaps, for those who watch it; the teams that cases belong
-- to; texts that supporters send often.
ALTER TABLE tenant_state ADD COLUMN queue_seq BIGINT NOT NULL DEFAULT 0;

CREATE TABLE queue_events (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    seq BIGINT NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    ref TEXT COLLATE "C",
    payload TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, seq),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX queue_events_conversation ON queue_events (tenant_id, conversation_id);
CREATE INDEX queue_events_time ON queue_events (tenant_id, created_ms);
ALTER TABLE queue_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE queue_events FORCE ROW LEVEL SECURITY;
CREATE POLICY queue_events_tenant ON queue_events
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE TABLE teams (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    categories TEXT COLLATE "C" NOT NULL,
    members TEXT COLLATE "C" NOT NULL,
    hours TEXT COLLATE "C",
    capacity BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX teams_name ON teams (tenant_id, name);
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE teams FORCE ROW LEVEL SECURITY;
CREATE POLICY teams_tenant ON teams
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE TABLE canned_responses (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    shortcut TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX canned_responses_shortcut ON canned_responses (tenant_id, shortcut);
ALTER TABLE canned_responses ENABLE ROW LEVEL SECURITY;
ALTER TABLE canned_responses FORCE ROW LEVEL SECURITY;
CREATE POLICY canned_responses_tenant ON canned_responses
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
