-- Questions whose answers a tenant knows, to see by what a change does to the answers.
CREATE TABLE golden_questions (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    expectation TEXT COLLATE "C" NOT NULL,
    enabled BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- One asking of all of them. `active` is 1 while it goes on and NULL afterwards, so that there is one at a time.
CREATE TABLE golden_runs (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    id TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    active BIGINT,
    started_by TEXT COLLATE "C" NOT NULL,
    actor_id TEXT COLLATE "C",
    previous_id TEXT COLLATE "C",
    config_version BIGINT NOT NULL,
    index_version BIGINT NOT NULL,
    questions_mark TEXT COLLATE "C" NOT NULL,
    agents TEXT COLLATE "C" NOT NULL,
    changes TEXT COLLATE "C" NOT NULL,
    total BIGINT NOT NULL,
    done BIGINT NOT NULL,
    passed BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    newly_failing BIGINT NOT NULL,
    newly_passing BIGINT NOT NULL,
    text_changed BIGINT NOT NULL,
    error TEXT COLLATE "C",
    created_ms BIGINT NOT NULL,
    finished_ms BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX golden_runs_active ON golden_runs (tenant_id, active);

-- What each question was answered in a run; made with the run as `pending`, so that the run keeps to the questions it
-- began with.
CREATE TABLE golden_results (
    tenant_id UUID NOT NULL DEFAULT nullif(current_setting('app.tenant', true), '')::uuid,
    run_id TEXT COLLATE "C" NOT NULL,
    position BIGINT NOT NULL,
    question_id TEXT COLLATE "C" NOT NULL,
    question TEXT COLLATE "C" NOT NULL,
    expectation TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    change TEXT COLLATE "C",
    result TEXT COLLATE "C",
    previous TEXT COLLATE "C",
    PRIMARY KEY (tenant_id, run_id, position),
    FOREIGN KEY (tenant_id, run_id) REFERENCES golden_runs (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE golden_questions ENABLE ROW LEVEL SECURITY;
ALTER TABLE golden_questions FORCE ROW LEVEL SECURITY;
CREATE POLICY golden_questions_tenant ON golden_questions
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE golden_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE golden_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY golden_runs_tenant ON golden_runs
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));

ALTER TABLE golden_results ENABLE ROW LEVEL SECURITY;
ALTER TABLE golden_results FORCE ROW LEVEL SECURITY;
CREATE POLICY golden_results_tenant ON golden_results
    USING (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
    WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
