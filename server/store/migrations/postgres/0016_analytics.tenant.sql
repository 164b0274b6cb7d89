-- What is counted for charts, and what counts the places in the queue.

-- A turn that ended, in a few numbers: traces are far too long to be read for sums. Kept by time, so that a period is one
-- range. outcome: answer, clarify, bridge, suggestion (a person had taken over).
CREATE TABLE turn_facts (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    run_id TEXT COLLATE "C" NOT NULL,
    conversation_id TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    created_ms BIGINT NOT NULL,
    latency_ms BIGINT NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    agent TEXT COLLATE "C",
    confidence DOUBLE PRECISION,
    is_first BIGINT NOT NULL,
    cache_hit BIGINT NOT NULL,
    wrong_hit BIGINT NOT NULL,
    saved_tokens BIGINT NOT NULL,
    saved_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, created_ms, run_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX turn_facts_conversation ON turn_facts (tenant_id, conversation_id, run_id);

ALTER TABLE runs NO FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations NO FORCE ROW LEVEL SECURITY;
INSERT INTO turn_facts (tenant_id, run_id, conversation_id, channel, created_ms, latency_ms, outcome, agent, confidence,
                        is_first, cache_hit, wrong_hit, saved_tokens, saved_ms)
    SELECT r.tenant_id, r.id, r.conversation_id, c.channel, r.created_ms, COALESCE(r.duration_us, 0) / 1000,
        COALESCE(r.state::json #>> '{reply,kind}', CASE WHEN r.ticket_id IS NULL THEN 'answer' ELSE 'bridge' END),
        r.state::json #>> '{reply,agent}', (r.state::json #>> '{reply,confidence}')::double precision,
        CASE WHEN EXISTS (SELECT 1 FROM runs o WHERE o.tenant_id = r.tenant_id AND o.conversation_id = r.conversation_id
                          AND o.id < r.id) THEN 0 ELSE 1 END,
        CASE WHEN r.state::json #>> '{reply,cache_hit}' = 'true' THEN 1 ELSE 0 END, 0, 0, 0
    FROM runs r JOIN conversations c ON c.tenant_id = r.tenant_id AND c.id = r.conversation_id
    WHERE (r.status IN ('completed', 'paused') OR (r.status = 'cancelled' AND r.ticket_id IS NOT NULL));
ALTER TABLE runs FORCE ROW LEVEL SECURITY;
ALTER TABLE conversations FORCE ROW LEVEL SECURITY;

ALTER TABLE turn_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE turn_facts FORCE ROW LEVEL SECURITY;
CREATE POLICY turn_facts_tenant ON turn_facts
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

-- What language models took in each hour; llm_usage has the months.
CREATE TABLE llm_hours (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    hour_ms BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    input_tokens BIGINT NOT NULL,
    output_tokens BIGINT NOT NULL,
    cost_micros BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, hour_ms)
);
ALTER TABLE llm_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm_hours FORCE ROW LEVEL SECURITY;
CREATE POLICY llm_hours_tenant ON llm_hours
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

CREATE INDEX conversations_made ON conversations (tenant_id, created_ms);
CREATE INDEX tickets_made
    ON tickets (tenant_id, created_ms, conversation_id, reason, category, responded_ms, assigned_ms, resolved_ms);
CREATE INDEX feedback_made ON feedback (tenant_id, created_ms, rating);

-- A customer's place is counted in the index alone.
DROP INDEX tickets_queue;
CREATE INDEX tickets_queue ON tickets (tenant_id, queue_due, queue_rank, queue_mood, id, status, team_id, queued)
    WHERE queued = 1;
