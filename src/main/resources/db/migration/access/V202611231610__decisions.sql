-- What was decided: each different decision of a day once, without payloads. A draft is run over them.
CREATE TABLE access_decision (
    day        date NOT NULL, -- by UTC
    subject    text NOT NULL, -- who asked
    permission text NOT NULL,
    asked      text NOT NULL, -- THING, LIST or GENERAL
    thing_type text NOT NULL, -- empty where it was about no thing
    thing_id   text NOT NULL, -- empty where it was about no single thing
    result     text NOT NULL, -- ALL, SOME or NONE
    PRIMARY KEY (day, subject, permission, asked, thing_type, thing_id, result)
);

-- How many decisions found no room in the memory of the nodes.
CREATE TABLE access_decision_missed (
    day   date   PRIMARY KEY,
    count bigint NOT NULL
);
