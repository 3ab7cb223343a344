-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The first and the last year that something is known about.
WITH known (year) AS (
  SELECT min(year) FROM commitment UNION ALL SELECT max(year) FROM commitment
  UNION ALL
  SELECT min(year) FROM budget_line UNION ALL SELECT max(year) FROM budget_line
  UNION ALL
  SELECT (SELECT min(month) FROM registration_summary) / 12 UNION ALL SELECT (SELECT max(month) FROM registration_summary) / 12
  UNION ALL
  SELECT CAST(substr(min(starts), 1, 4) AS INTEGER) FROM event WHERE template IS NOT 1
  UNION ALL
  SELECT CAST(substr(max(starts), 1, 4) AS INTEGER) FROM event WHERE template IS NOT 1
  UNION ALL
  SELECT CAST(substr(min(date), 1, 4) AS INTEGER) FROM booking UNION ALL SELECT CAST(substr(max(date), 1, 4) AS INTEGER) FROM booking
)
SELECT min(year) AS first, max(year) AS last
FROM known
