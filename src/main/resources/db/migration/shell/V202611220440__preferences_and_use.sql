-- What people have chosen for themselves.
CREATE TABLE shell_preference (
    account    uuid        PRIMARY KEY REFERENCES access_account ON DELETE CASCADE,
    theme      text        NOT NULL,
    density    text        NOT NULL,
    narrow     boolean     NOT NULL, -- the drawer shows signs alone
    shortcuts  boolean     NOT NULL,
    home       jsonb, -- how the home page is laid out; null: as it comes
    changed_at timestamptz NOT NULL
);

-- What each account has opened and done. The score counts uses; each weighs half as much a week later.
CREATE TABLE shell_use (
    account uuid             NOT NULL REFERENCES access_account ON DELETE CASCADE,
    item    text             NOT NULL, -- entity:component:default/kettle, page:sources, action:theme.dark
    score   double precision NOT NULL,
    used_at timestamptz      NOT NULL, -- the moment the score is true for
    PRIMARY KEY (account, item)
);
