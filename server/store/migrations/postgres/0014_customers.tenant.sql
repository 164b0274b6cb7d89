-- Ids that a customer had before it was merged into another one.
CREATE TABLE customer_aliases (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    alias TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, alias),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_aliases_customer ON customer_aliases (tenant_id, customer_id);
ALTER TABLE customer_aliases ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_aliases FORCE ROW LEVEL SECURITY;
CREATE POLICY customer_aliases_tenant ON customer_aliases
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- The erasures that this database has carried out: hash of the id, how many rows of which table went (JSON), and
-- whether they are off the disk (0, 1).
CREATE TABLE erasure_receipts (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    hash TEXT COLLATE "C" NOT NULL,
    erased_ms BIGINT NOT NULL,
    removed TEXT COLLATE "C" NOT NULL,
    purged BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, hash)
);
ALTER TABLE erasure_receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure_receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY erasure_receipts_tenant ON erasure_receipts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE INDEX erasure_receipts_unpurged ON erasure_receipts (tenant_id, hash) WHERE purged = 0;
CREATE INDEX customers_email_lower ON customers (tenant_id, lower(email));
CREATE INDEX customers_phone ON customers (tenant_id, phone);
CREATE INDEX conversations_closed ON conversations (tenant_id, closed_ms);
CREATE INDEX outbox_conversation ON outbox (tenant_id, conversation_id);
CREATE INDEX feedback_conversation ON feedback (tenant_id, conversation_id);
