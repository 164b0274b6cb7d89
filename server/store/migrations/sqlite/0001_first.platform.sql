-- What crosses tenants: sign-in and pointers to due work, never content.
CREATE TABLE tenants (
    id TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    plan TEXT NOT NULL,
    public_key TEXT NOT NULL,
    ticket_prefix TEXT NOT NULL,
    status TEXT NOT NULL,
    permissions TEXT NOT NULL,
    identity_secret TEXT NOT NULL,
    allowed_origins TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX tenants_slug ON tenants (slug);
CREATE UNIQUE INDEX tenants_public_key ON tenants (public_key);

CREATE TABLE users (
    id TEXT NOT NULL,
    tenant TEXT,
    email TEXT NOT NULL,
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX users_email ON users (email);
CREATE INDEX users_tenant ON users (tenant, id);
CREATE INDEX users_updated ON users (updated_ms);

CREATE TABLE identities (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);

CREATE TABLE api_clients (
    id TEXT NOT NULL,
    tenant TEXT NOT NULL,
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    secret_hash BLOB NOT NULL,
    scopes TEXT NOT NULL,
    requests_per_minute BIGINT NOT NULL,
    status TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX api_clients_client_id ON api_clients (client_id);
CREATE INDEX api_clients_tenant ON api_clients (tenant, id);
CREATE INDEX api_clients_updated ON api_clients (updated_ms);

CREATE TABLE token_families (
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    tenant TEXT,
    refresh_hash BLOB NOT NULL,
    generation BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    revoked_ms BIGINT,
    PRIMARY KEY (id)
);
CREATE INDEX token_families_user ON token_families (user_id);
CREATE INDEX token_families_updated ON token_families (updated_ms);

CREATE TABLE signing_keys (
    kid TEXT NOT NULL,
    private_key TEXT,
    public_key TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    retired_ms BIGINT,
    PRIMARY KEY (kid)
);

CREATE TABLE due (
    tenant TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    due_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant, kind, id)
);
CREATE INDEX due_time ON due (due_ms);
