-- One tenant's world. Repositories never name the tenant: tenant_id is defaulted from the transaction's setting and
-- forced row-level security hides everybody else's rows. Every key begins with the tenant, so that a duplicate in one
-- tenant says nothing to another.
CREATE TABLE tenant_state (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    config_version BIGINT NOT NULL,
    index_version BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE customers (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C",
    name TEXT COLLATE "C",
    email TEXT COLLATE "C",
    phone TEXT COLLATE "C",
    verified BIGINT NOT NULL,
    plan TEXT COLLATE "C",
    locale TEXT COLLATE "C",
    metadata TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX customers_user_id ON customers (tenant_id, user_id);
CREATE UNIQUE INDEX customers_verified ON customers (tenant_id, user_id) WHERE verified = 1;
CREATE INDEX customers_email ON customers (tenant_id, email);

CREATE TABLE customer_identifiers (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    customer_id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    verified BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, customer_id, kind, value),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX customer_identifiers_value ON customer_identifiers (tenant_id, kind, value);

CREATE TABLE conversations (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    assignee_id TEXT COLLATE "C",
    assignee_name TEXT COLLATE "C",
    team_id TEXT COLLATE "C",
    subject TEXT COLLATE "C",
    locale TEXT COLLATE "C",
    tags TEXT COLLATE "C",
    sentiment DOUBLE PRECISION,
    notify_email TEXT COLLATE "C",
    api_client TEXT COLLATE "C",
    last_message TEXT COLLATE "C",
    event_seq BIGINT NOT NULL,
    customer_seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    closed_ms BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX conversations_customer ON conversations (tenant_id, customer_id, last_ms);
CREATE INDEX conversations_status ON conversations (tenant_id, status, last_ms);

CREATE TABLE resume_tokens (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    hash TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, hash),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX resume_tokens_conversation ON resume_tokens (tenant_id, conversation_id);

CREATE TABLE runs (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    message_id TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    node TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C",
    trace TEXT COLLATE "C",
    reply_id TEXT COLLATE "C",
    ticket_id TEXT COLLATE "C",
    attempts BIGINT NOT NULL,
    lease_owner TEXT COLLATE "C",
    lease_until_ms BIGINT,
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    duration_us BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX runs_conversation ON runs (tenant_id, conversation_id, id);
CREATE INDEX runs_active ON runs (tenant_id, lease_until_ms) WHERE status = 'running';

CREATE TABLE messages (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    customer_seq BIGINT,
    sender TEXT COLLATE "C" NOT NULL,
    author_id TEXT COLLATE "C",
    author_name TEXT COLLATE "C",
    kind TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    citations TEXT COLLATE "C",
    attachments TEXT COLLATE "C",
    external_id TEXT COLLATE "C",
    in_reply_to TEXT COLLATE "C",
    delivery TEXT COLLATE "C",
    run_id TEXT COLLATE "C",
    effect_key TEXT COLLATE "C",
    body_hash TEXT COLLATE "C",
    read_ms BIGINT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX messages_seq ON messages (tenant_id, conversation_id, seq);
CREATE UNIQUE INDEX messages_effect ON messages (tenant_id, effect_key) WHERE effect_key IS NOT NULL;
CREATE UNIQUE INDEX messages_external ON messages (tenant_id, external_id) WHERE external_id IS NOT NULL;

CREATE TABLE events (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    conversation_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    customer_seq BIGINT,
    type TEXT COLLATE "C" NOT NULL,
    ref TEXT COLLATE "C",
    payload TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, conversation_id, seq),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE tickets (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    reference TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C" NOT NULL,
    run_id TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    priority TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    draft_answer TEXT COLLATE "C",
    confidence DOUBLE PRECISION,
    context TEXT COLLATE "C",
    assignee_id TEXT COLLATE "C",
    assignee_name TEXT COLLATE "C",
    team_id TEXT COLLATE "C",
    sla_due_ms BIGINT,
    sla_breached BIGINT NOT NULL,
    resolved_by TEXT COLLATE "C",
    resolution_id TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    resolved_ms BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX tickets_reference ON tickets (tenant_id, reference);
CREATE INDEX tickets_conversation ON tickets (tenant_id, conversation_id, id);
CREATE INDEX tickets_status ON tickets (tenant_id, status, id);

CREATE TABLE outbox (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C",
    effect_key TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    lease_owner TEXT COLLATE "C",
    lease_until_ms BIGINT,
    error TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    sent_ms BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX outbox_effect ON outbox (tenant_id, effect_key);
CREATE INDEX outbox_due ON outbox (tenant_id, status, due_ms);

CREATE TABLE jobs (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    payload TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    attempts BIGINT NOT NULL,
    max_attempts BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    lease_owner TEXT COLLATE "C",
    lease_until_ms BIGINT,
    error TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX jobs_due ON jobs (tenant_id, status, due_ms);
CREATE INDEX jobs_subject ON jobs (tenant_id, kind, subject);

CREATE TABLE documents (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C",
    content_type TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C",
    visibility TEXT COLLATE "C" NOT NULL,
    locale TEXT COLLATE "C",
    slug TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL,
    error TEXT COLLATE "C",
    progress DOUBLE PRECISION NOT NULL,
    chunks BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    blob_key TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX documents_digest ON documents (tenant_id, digest);

CREATE TABLE chunks (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL,
    ordinal BIGINT NOT NULL,
    headings TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    page BIGINT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX chunks_document ON chunks (tenant_id, document_id, ordinal);

CREATE TABLE agents (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    enabled BIGINT NOT NULL,
    priority BIGINT NOT NULL,
    model TEXT COLLATE "C",
    system_prompt TEXT COLLATE "C" NOT NULL,
    tools TEXT COLLATE "C" NOT NULL,
    examples TEXT COLLATE "C" NOT NULL,
    intents TEXT COLLATE "C" NOT NULL,
    confidence_threshold DOUBLE PRECISION,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX agents_name ON agents (tenant_id, name);

CREATE TABLE settings (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    section TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, section)
);

CREATE TABLE feedback (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    message_id TEXT COLLATE "C" NOT NULL,
    customer_id TEXT COLLATE "C" NOT NULL,
    rating BIGINT NOT NULL,
    comment TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX feedback_message ON feedback (tenant_id, message_id);

CREATE TABLE audit (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    at_ms BIGINT NOT NULL,
    actor_role TEXT COLLATE "C" NOT NULL,
    actor_id TEXT COLLATE "C",
    action TEXT COLLATE "C" NOT NULL,
    object_kind TEXT COLLATE "C" NOT NULL,
    object_id TEXT COLLATE "C",
    before_value TEXT COLLATE "C",
    after_value TEXT COLLATE "C",
    request_id TEXT COLLATE "C",
    address TEXT COLLATE "C",
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_time ON audit (tenant_id, at_ms);
CREATE INDEX audit_object ON audit (tenant_id, object_kind, object_id);

CREATE TABLE idempotency (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    principal TEXT COLLATE "C" NOT NULL,
    route TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    body_hash TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    response_status BIGINT,
    response_body TEXT COLLATE "C",
    customer_id TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, principal, route, key)
);
CREATE INDEX idempotency_expires ON idempotency (tenant_id, expires_ms);

ALTER TABLE tenant_state ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant_state FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_state_tenant ON tenant_state
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY customers_tenant ON customers
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE customer_identifiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_identifiers FORCE ROW LEVEL SECURITY;
CREATE POLICY customer_identifiers_tenant ON customer_identifiers
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE conversations ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;
CREATE POLICY conversations_tenant ON conversations
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE resume_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE resume_tokens FORCE ROW LEVEL SECURITY;
CREATE POLICY resume_tokens_tenant ON resume_tokens
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE runs FORCE ROW LEVEL SECURITY;
CREATE POLICY runs_tenant ON runs
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY messages_tenant ON messages
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY events_tenant ON events
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
ALTER TABLE tickets FORCE ROW LEVEL SECURITY;
CREATE POLICY tickets_tenant ON tickets
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_tenant ON outbox
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY jobs_tenant ON jobs
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents FORCE ROW LEVEL SECURITY;
CREATE POLICY documents_tenant ON documents
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY chunks_tenant ON chunks
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE agents ENABLE ROW LEVEL SECURITY;
ALTER TABLE agents FORCE ROW LEVEL SECURITY;
CREATE POLICY agents_tenant ON agents
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
CREATE POLICY settings_tenant ON settings
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY feedback_tenant ON feedback
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_tenant ON audit
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_tenant ON idempotency
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
