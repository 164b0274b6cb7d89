-- Tools that agents may call. `config` is JSON with "********" in the place of its secrets, which `secrets`
-- holds encrypted.
CREATE TABLE tools (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    enabled BIGINT NOT NULL,
    priority BIGINT NOT NULL,
    is_write BIGINT NOT NULL,
    is_personal BIGINT NOT NULL,
    input_schema TEXT COLLATE "C" NOT NULL,
    config TEXT COLLATE "C" NOT NULL,
    secrets TEXT COLLATE "C",
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX tools_name ON tools (tenant_id, name);

-- Calls that change something, each once: what a run that is taken up again has done already. They go with
-- their conversation.
CREATE TABLE tool_calls (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    effect_key TEXT COLLATE "C" NOT NULL,
    run_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    tool TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    output TEXT COLLATE "C",
    problem TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (tenant_id, effect_key),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX tool_calls_conversation ON tool_calls (tenant_id, conversation_id);

ALTER TABLE tools ENABLE ROW LEVEL SECURITY;
ALTER TABLE tools FORCE ROW LEVEL SECURITY;
CREATE POLICY tools_tenant ON tools
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE tool_calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE tool_calls FORCE ROW LEVEL SECURITY;
CREATE POLICY tool_calls_tenant ON tool_calls
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
