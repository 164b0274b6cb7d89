-- What is counted for charts, and what counts the places in the queue.

-- A turn that ended, in a few numbers: traces are far too long to be read for sums. Kept by time, so that a period is one
-- range. outcome: answer, clarify, bridge, suggestion (a person had taken over).
CREATE TABLE turn_facts (
    run_id TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    latency_ms BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    agent TEXT,
    confidence DOUBLE PRECISION,
    is_first BIGINT NOT NULL,
    cache_hit BIGINT NOT NULL,
    wrong_hit BIGINT NOT NULL,
    saved_tokens BIGINT NOT NULL,
    saved_ms BIGINT NOT NULL,
    PRIMARY KEY (created_ms, run_id),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX turn_facts_conversation ON turn_facts (conversation_id, run_id);

INSERT INTO turn_facts (run_id, conversation_id, channel, created_ms, latency_ms, outcome, agent, confidence, is_first,
                        cache_hit, wrong_hit, saved_tokens, saved_ms)
    SELECT r.id, r.conversation_id, c.channel, r.created_ms, COALESCE(r.duration_us, 0) / 1000,
        COALESCE(json_extract(r.state, '$.reply.kind'), CASE WHEN r.ticket_id IS NULL THEN 'answer' ELSE 'bridge' END),
        json_extract(r.state, '$.reply.agent'), json_extract(r.state, '$.reply.confidence'),
        NOT EXISTS (SELECT 1 FROM runs o WHERE o.conversation_id = r.conversation_id AND o.id < r.id),
        COALESCE(json_extract(r.state, '$.reply.cache_hit'), 0), 0, 0, 0
    FROM runs r JOIN conversations c ON c.id = r.conversation_id WHERE r.status IN ('completed', 'paused')
        OR (r.status = 'cancelled' AND r.ticket_id IS NOT NULL);

-- What language models took in each hour; llm_usage has the months.
CREATE TABLE llm_hours (
    hour_ms BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    cost_micros BIGINT NOT NULL,
    PRIMARY KEY (hour_ms)
);

CREATE INDEX conversations_made ON conversations (created_ms);
CREATE INDEX tickets_made
    ON tickets (created_ms, conversation_id, reason, category, responded_ms, assigned_ms, resolved_ms);
CREATE INDEX feedback_made ON feedback (created_ms, rating);

-- A customer's place is counted in the index alone.
DROP INDEX tickets_queue;
CREATE INDEX tickets_queue ON tickets (queue_due, queue_rank, queue_mood, id, status, team_id, queued)
    WHERE queued = 1;
