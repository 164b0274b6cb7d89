-- One tenant's world. Nothing here names the tenant: the file (SQLite) or row-level security (PostgreSQL) does.
CREATE TABLE tenant_state (
    id TEXT NOT NULL,
    config_version BIGINT NOT NULL,
    index_version BIGINT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE customers (
    id TEXT NOT NULL,
    user_id TEXT,
    name TEXT,
    email TEXT,
    phone TEXT,
    verified BIGINT NOT NULL,
    plan TEXT,
    locale TEXT,
    metadata TEXT,
    created_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX customers_user_id ON customers (user_id);
CREATE UNIQUE INDEX customers_verified ON customers (user_id) WHERE verified = 1;
CREATE INDEX customers_email ON customers (email);

CREATE TABLE customer_identifiers (
    customer_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    verified BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (customer_id, kind, value),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX customer_identifiers_value ON customer_identifiers (kind, value);

CREATE TABLE conversations (
    id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    assignee_id TEXT,
    assignee_name TEXT,
    team_id TEXT,
    subject TEXT,
    locale TEXT,
    tags TEXT,
    sentiment DOUBLE PRECISION,
    notify_email TEXT,
    api_client TEXT,
    last_message TEXT,
    event_seq BIGINT NOT NULL,
    customer_seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    closed_ms BIGINT,
    PRIMARY KEY (id),
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
);
CREATE INDEX conversations_customer ON conversations (customer_id, last_ms);
CREATE INDEX conversations_status ON conversations (status, last_ms);

CREATE TABLE resume_tokens (
    hash TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (hash),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX resume_tokens_conversation ON resume_tokens (conversation_id);

CREATE TABLE runs (
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    status TEXT NOT NULL,
    node TEXT NOT NULL,
    state TEXT,
    trace TEXT,
    reply_id TEXT,
    ticket_id TEXT,
    attempts BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until_ms BIGINT,
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    duration_us BIGINT,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE INDEX runs_conversation ON runs (conversation_id, id);
CREATE INDEX runs_active ON runs (lease_until_ms) WHERE status = 'running';

CREATE TABLE messages (
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    customer_seq BIGINT,
    sender TEXT NOT NULL,
    author_id TEXT,
    author_name TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    citations TEXT,
    attachments TEXT,
    external_id TEXT,
    in_reply_to TEXT,
    delivery TEXT,
    run_id TEXT,
    effect_key TEXT,
    body_hash TEXT,
    read_ms BIGINT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX messages_seq ON messages (conversation_id, seq);
CREATE UNIQUE INDEX messages_effect ON messages (effect_key) WHERE effect_key IS NOT NULL;
CREATE UNIQUE INDEX messages_external ON messages (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE events (
    conversation_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    customer_seq BIGINT,
    type TEXT NOT NULL,
    ref TEXT,
    payload TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id, seq),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);

CREATE TABLE tickets (
    id TEXT NOT NULL,
    reference TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    run_id TEXT,
    status TEXT NOT NULL,
    category TEXT NOT NULL,
    priority TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    question TEXT NOT NULL,
    draft_answer TEXT,
    confidence DOUBLE PRECISION,
    context TEXT,
    assignee_id TEXT,
    assignee_name TEXT,
    team_id TEXT,
    sla_due_ms BIGINT,
    sla_breached BIGINT NOT NULL,
    resolved_by TEXT,
    resolution_id TEXT,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    resolved_ms BIGINT,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX tickets_reference ON tickets (reference);
CREATE INDEX tickets_conversation ON tickets (conversation_id, id);
CREATE INDEX tickets_status ON tickets (status, id);

CREATE TABLE outbox (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    payload TEXT NOT NULL,
    conversation_id TEXT,
    effect_key TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until_ms BIGINT,
    error TEXT,
    created_ms BIGINT NOT NULL,
    sent_ms BIGINT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX outbox_effect ON outbox (effect_key);
CREATE INDEX outbox_due ON outbox (status, due_ms);

CREATE TABLE jobs (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    max_attempts BIGINT NOT NULL,
    due_ms BIGINT NOT NULL,
    lease_owner TEXT,
    lease_until_ms BIGINT,
    error TEXT,
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX jobs_due ON jobs (status, due_ms);
CREATE INDEX jobs_subject ON jobs (kind, subject);

CREATE TABLE documents (
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT,
    content_type TEXT NOT NULL,
    category TEXT,
    visibility TEXT NOT NULL,
    locale TEXT,
    slug TEXT,
    status TEXT NOT NULL,
    error TEXT,
    progress DOUBLE PRECISION NOT NULL,
    chunks BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    blob_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX documents_digest ON documents (digest);

CREATE TABLE chunks (
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    headings TEXT NOT NULL,
    text TEXT NOT NULL,
    page BIGINT,
    PRIMARY KEY (id),
    FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX chunks_document ON chunks (document_id, ordinal);

CREATE TABLE agents (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    priority BIGINT NOT NULL,
    model TEXT,
    system_prompt TEXT NOT NULL,
    tools TEXT NOT NULL,
    examples TEXT NOT NULL,
    intents TEXT NOT NULL,
    confidence_threshold DOUBLE PRECISION,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX agents_name ON agents (name);

CREATE TABLE settings (
    section TEXT NOT NULL,
    value TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (section)
);

CREATE TABLE feedback (
    id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    rating BIGINT NOT NULL,
    comment TEXT,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX feedback_message ON feedback (message_id);

CREATE TABLE audit (
    id TEXT NOT NULL,
    at_ms BIGINT NOT NULL,
    actor_role TEXT NOT NULL,
    actor_id TEXT,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT,
    before_value TEXT,
    after_value TEXT,
    request_id TEXT,
    address TEXT,
    PRIMARY KEY (id)
);
CREATE INDEX audit_time ON audit (at_ms);
CREATE INDEX audit_object ON audit (object_kind, object_id);

CREATE TABLE idempotency (
    principal TEXT NOT NULL,
    route TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status TEXT NOT NULL,
    response_status BIGINT,
    response_body TEXT,
    customer_id TEXT,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    PRIMARY KEY (principal, route, key)
);
CREATE INDEX idempotency_expires ON idempotency (expires_ms);
