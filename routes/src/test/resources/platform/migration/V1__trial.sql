CREATE TABLE trial (id integer PRIMARY KEY, word text NOT NULL);
GRANT USAGE ON SCHEMA gateway TO ${runtimeRole};
GRANT SELECT, INSERT ON trial TO ${runtimeRole};
