-- What the desk watches: since when a customer is owed an answer, and since when whoever holds his case has kept him
-- waiting for a word, with whether that person has written to him at all; the order of the queue, kept with each
-- ticket so that an index has it; who is at the desk.
ALTER TABLE conversations ADD COLUMN owed_since_ms BIGINT;
ALTER TABLE conversations ADD COLUMN held_since_ms BIGINT;
ALTER TABLE conversations ADD COLUMN held_spoken BIGINT NOT NULL DEFAULT 0;
UPDATE conversations SET held_since_ms = last_ms, held_spoken = 1 WHERE status = 'with_agent'
    AND COALESCE((SELECT m.sender FROM messages m WHERE m.conversation_id = conversations.id
                  AND m.kind NOT IN ('note', 'event') ORDER BY m.seq DESC LIMIT 1), '') <> 'supporter';
CREATE INDEX conversations_owed ON conversations (owed_since_ms) WHERE owed_since_ms IS NOT NULL;
CREATE INDEX conversations_held ON conversations (held_since_ms) WHERE held_since_ms IS NOT NULL;
CREATE INDEX conversations_assignee ON conversations (assignee_id) WHERE assignee_id IS NOT NULL;

-- `queued` is 1 while a ticket waits for a person or is with one. Due times count by the minute: within one the
-- priority decides, then the mood, then the waiting time.
ALTER TABLE tickets ADD COLUMN queued BIGINT;
ALTER TABLE tickets ADD COLUMN queue_due BIGINT NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE tickets ADD COLUMN queue_rank BIGINT NOT NULL DEFAULT 2;
ALTER TABLE tickets ADD COLUMN queue_mood DOUBLE PRECISION NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN resolution_due_ms BIGINT;
ALTER TABLE tickets ADD COLUMN resolution_breached BIGINT NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN responded_ms BIGINT;
ALTER TABLE tickets ADD COLUMN assigned_ms BIGINT;
ALTER TABLE tickets ADD COLUMN lost_by TEXT;
UPDATE tickets SET queued = CASE WHEN status IN ('pending_human', 'assigned') THEN 1 END,
    queue_due = COALESCE(sla_due_ms / 60000, 9223372036854775807),
    queue_rank = CASE priority WHEN 'urgent' THEN 0 WHEN 'high' THEN 1 WHEN 'medium' THEN 2 ELSE 3 END,
    queue_mood = COALESCE((SELECT c.sentiment FROM conversations c WHERE c.id = tickets.conversation_id), 0);
CREATE INDEX tickets_queue ON tickets (queue_due, queue_rank, queue_mood, id)
    WHERE queued = 1;
CREATE INDEX tickets_due ON tickets (sla_due_ms)
    WHERE sla_breached = 0 AND sla_due_ms IS NOT NULL AND resolved_ms IS NULL;
CREATE INDEX tickets_resolution_due ON tickets (resolution_due_ms)
    WHERE resolution_breached = 0 AND resolution_due_ms IS NOT NULL AND resolved_ms IS NULL;
CREATE INDEX tickets_handled ON tickets (resolved_ms) WHERE resolved_ms IS NOT NULL AND assigned_ms IS NOT NULL;

CREATE TABLE desk_presence (
    user_id TEXT NOT NULL,
    node TEXT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    seen_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id, node)
);

-- What a person said of himself, to whichever node; it counts more than what follows from his links.
CREATE TABLE desk_states (
    user_id TEXT NOT NULL,
    state TEXT NOT NULL,
    stated_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id)
);

-- Who was given a case when, so that the next one goes to another; the count is what two nodes compare and set.
CREATE TABLE desk_turns (
    user_id TEXT NOT NULL,
    turns BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    PRIMARY KEY (user_id)
);
