-- Times as seconds since 1970, and names in a table of their own.
BEGIN TRANSACTION;
CREATE TABLE caller (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO caller VALUES (1, 'ada'), (2, 'bob'), (3, 'cyd'), (4, 'dan');
CREATE TABLE call (at INTEGER NOT NULL, minutes REAL, answered BOOLEAN NOT NULL, caller INTEGER NOT NULL REFERENCES caller (id));
INSERT INTO call VALUES
  (unixepoch('2026-01-05T09:00:00+01:00'), 12, 1, 1),
  (unixepoch('2026-01-06T10:30:00+01:00'), 10.25, 0, 2),
  (unixepoch('2026-01-07T23:45:00+01:00'), 8.5, 1, 3),
  (unixepoch('2026-01-12T00:00:00+01:00'), 9, 0, 1),
  (unixepoch('2026-01-14T16:20:00+01:00'), 5, 1, 1),
  (unixepoch('2026-01-19T08:05:00+01:00'), NULL, 1, 2),
  (unixepoch('2026-01-22T12:00:00+01:00'), 8, 0, 2),
  (unixepoch('2026-01-30T17:30:00+01:00'), 4, 1, 4);
COMMIT;
