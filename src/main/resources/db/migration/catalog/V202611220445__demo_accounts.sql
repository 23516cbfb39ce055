-- The accounts that came with the sample company, and go with it.
create table catalog_demo_account (
    account uuid primary key
);
