-- Access reviews: who held which role at a moment, and what reviewers decided about each of them.
CREATE TABLE access_review (
    id             uuid        PRIMARY KEY, -- of version 7: newer ones sort behind older ones
    title          text        NOT NULL,
    role           text, -- the one role that is reviewed; null: all roles of the space
    space          text, -- the space that it is about; null: a role that holds everywhere
    roles          text[]      NOT NULL, -- the roles that are reviewed
    policy         integer     NOT NULL, -- the policy that was in force at the snapshot
    recorded_since date, -- since when decisions were recorded; null: they were not
    made_by        text        NOT NULL,
    made_at        timestamptz NOT NULL DEFAULT now(),
    due_at         timestamptz NOT NULL,
    told_at        timestamptz, -- when the reviewers were told that it is overdue
    closed_by      text,
    closed_at      timestamptz,
    CONSTRAINT access_review_closed CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
    CONSTRAINT access_review_scope CHECK (role IS NOT NULL OR space IS NOT NULL)
);

CREATE TABLE access_reviewer (
    review       uuid NOT NULL REFERENCES access_review ON DELETE CASCADE,
    name         text NOT NULL, -- of the account; it stays when the account goes
    display_name text NOT NULL,
    account      uuid REFERENCES access_account ON DELETE SET NULL,
    PRIMARY KEY (review, name)
);
CREATE INDEX access_reviewer_account ON access_reviewer (account);

-- The snapshot, a line for each way in which somebody holds a role, with what was decided and what became of it.
CREATE TABLE access_review_line (
    review     uuid    NOT NULL REFERENCES access_review ON DELETE CASCADE,
    line       integer NOT NULL,
    version    integer NOT NULL DEFAULT 0, -- counts up with each decision
    role       text    NOT NULL,
    way        text    NOT NULL,
    holder     text    NOT NULL, -- the account, token, ref or role; empty: everyone
    label      text    NOT NULL,
    account    uuid, -- the account that holds it, where it is one
    via        text    NOT NULL, -- the group that it comes through; empty: none
    people     integer NOT NULL, -- how many accounts hold it by this line
    until      timestamptz,
    since      timestamptz, -- null: unknown
    last_used  date, -- null: not within what is recorded
    decision   text CHECK (decision IN ('KEEP', 'REMOVE')),
    reason     text    NOT NULL DEFAULT '',
    decided_by text,
    decided_at timestamptz,
    own        boolean NOT NULL DEFAULT false, -- decided by somebody whom the line is about
    outcome    text CHECK (outcome IN ('KEPT', 'UNDECIDED', 'REMOVED', 'GONE', 'CHANGED', 'LEFT')),
    remark     text    NOT NULL DEFAULT '', -- what is to be known of the outcome
    PRIMARY KEY (review, line),
    CONSTRAINT access_review_line_decided CHECK ((decision IS NULL) = (decided_at IS NULL))
);
