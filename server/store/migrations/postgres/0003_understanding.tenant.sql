-- What a tenant changed of the rules that send a case to a person; the shipped ones need no row.
CREATE TABLE escalation_rules (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    conditions TEXT COLLATE "C" NOT NULL,
    level TEXT COLLATE "C" NOT NULL,
    team_id TEXT COLLATE "C",
    priority TEXT COLLATE "C" NOT NULL,
    enabled BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
ALTER TABLE escalation_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY escalation_rules_tenant ON escalation_rules
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- Sentences that people put right: the classifier learns from them beside the agents' own examples.
-- The id is that of the ticket they came with.
CREATE TABLE intent_examples (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX intent_examples_conversation ON intent_examples (tenant_id, conversation_id);
ALTER TABLE intent_examples ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_examples FORCE ROW LEVEL SECURITY;
CREATE POLICY intent_examples_tenant ON intent_examples
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- What the agents asked the customer and are waiting for: JSON, or nothing.
ALTER TABLE conversations ADD COLUMN awaiting TEXT COLLATE "C";
