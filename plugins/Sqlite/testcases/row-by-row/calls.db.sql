CREATE TABLE call (at TEXT NOT NULL, minutes REAL, answered BOOLEAN NOT NULL, caller TEXT NOT NULL);
INSERT INTO call VALUES
  ('2026-01-05 09:00', 12, 1, 'ada'),
  ('2026-01-06 10:30', 10.25, 0, 'bob'),
  ('2026-01-07 23:45', 8.5, 1, 'cyd'),
  ('2026-01-12 00:00', 9, 0, 'ada'),
  ('2026-01-14 16:20', 5, 1, 'ada'),
  ('2026-01-19 08:05', NULL, 1, 'bob'),
  ('2026-01-22 12:00', 8, 0, 'bob'),
  ('2026-01-30 17:30', 4, 1, 'dan');
