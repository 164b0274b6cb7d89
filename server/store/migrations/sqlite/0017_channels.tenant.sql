-- The ways by which customers write, as the tenant has set them up, and what came by its forms.
CREATE TABLE channels (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    config TEXT NOT NULL,
    templates TEXT NOT NULL,
    enabled BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (id)
);
-- There is one of these, however many make it at once.
CREATE UNIQUE INDEX channels_single ON channels (kind) WHERE kind IN ('web', 'api');

-- By which form a conversation came, the ticket whose reference its customer was told, and the hash of the token that
-- opens its status.
CREATE TABLE form_submissions (
    conversation_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    ticket_id TEXT NOT NULL,
    status_hash TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation_id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX form_submissions_ticket ON form_submissions (ticket_id);
CREATE INDEX form_submissions_channel ON form_submissions (channel_id, created_ms);
