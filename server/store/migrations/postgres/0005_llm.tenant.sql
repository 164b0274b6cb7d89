-- Tokens of language models a month ("2026-11"): what was used, and what calls under way may use at most.
CREATE TABLE llm_months (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    month TEXT COLLATE "C" NOT NULL,
    used BIGINT NOT NULL,
    reserved BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, month)
);

-- One a call under way; one that nobody settled in time counts as used in full.
CREATE TABLE llm_reservations (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    month TEXT COLLATE "C" NOT NULL,
    tokens BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX llm_reservations_expires ON llm_reservations (tenant_id, expires_ms);

-- What each model took. The cost is in millionths of the currency of its prices.
CREATE TABLE llm_usage (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    month TEXT COLLATE "C" NOT NULL,
    provider TEXT COLLATE "C" NOT NULL,
    model TEXT COLLATE "C" NOT NULL,
    requests BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    cost_micros BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, month, provider, model)
);

ALTER TABLE llm_months ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm_months FORCE ROW LEVEL SECURITY;
CREATE POLICY llm_months_tenant ON llm_months
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE llm_reservations ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm_reservations FORCE ROW LEVEL SECURITY;
CREATE POLICY llm_reservations_tenant ON llm_reservations
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE llm_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY llm_usage_tenant ON llm_usage
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
