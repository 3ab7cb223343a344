-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts of local times sort by time: all of a year lie between "2018" and "2018~". Each event of the year is looked at once.
WITH states (place, part) AS (
  VALUES (1, 'held'), (2, 'planned'), (3, 'cancelled')
),
counted (status, number, signed_up, attended) AS MATERIALIZED (
  SELECT e.status, count(*), sum(t.signed_up), sum(t.attended)
  FROM event AS e
  CROSS JOIN event_total AS t ON t.event = e.id
  WHERE e.mode IS NOT 'announced' AND e.template IS NOT 1 AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
  GROUP BY e.status
)
SELECT s.part, coalesce(c.number, 0) AS amount, coalesce(c.signed_up, 0) AS signed_up, coalesce(c.attended, 0) AS attended
FROM states AS s
LEFT JOIN counted AS c ON c.status = s.part
ORDER BY s.place
