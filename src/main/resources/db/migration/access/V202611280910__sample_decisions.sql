-- Decisions that nobody asked for: the sample company's, so that its reviews tell of use. Whoever made them takes them
-- away again; nothing but what they begin counts them.
ALTER TABLE access_decision ADD COLUMN made_by text;
