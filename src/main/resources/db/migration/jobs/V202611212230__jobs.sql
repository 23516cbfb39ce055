-- The columns that db-scheduler expects, and two of our own at the end.
CREATE TABLE jobs_task (
    task_name text NOT NULL,
    task_instance text NOT NULL,
    task_data bytea,
    execution_time timestamptz NOT NULL,
    picked boolean NOT NULL,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint NOT NULL,
    priority smallint,
    -- What was asked for while the job ran; it takes effect when the run ends.
    again_at timestamptz,
    cancelled boolean NOT NULL DEFAULT false,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX jobs_task_due ON jobs_task (execution_time) WHERE NOT picked;
CREATE INDEX jobs_task_heartbeat ON jobs_task (last_heartbeat) WHERE picked;

CREATE TABLE jobs_run (
    id uuid PRIMARY KEY,
    job text NOT NULL,
    key text NOT NULL,
    node text NOT NULL,
    started timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended timestamptz,
    outcome text NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'succeeded', 'failed', 'lost')),
    error text
);

CREATE INDEX jobs_run_job ON jobs_run (job, key, started DESC);
CREATE INDEX jobs_run_unfinished ON jobs_run (node) WHERE ended IS NULL;
