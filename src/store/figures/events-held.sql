-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts of local times sort by time: all of a year lie between "2018" and "2018~".
WITH states (place, part) AS (
  VALUES (1, 'held'), (2, 'planned'), (3, 'cancelled')
)
SELECT s.part, count(e.id) AS amount, coalesce(sum(t.signed_up), 0) AS signed_up, coalesce(sum(t.attended), 0) AS attended
FROM states AS s
LEFT JOIN event AS e ON e.status = s.part AND e.mode IS NOT 'announced' AND e.template IS NOT 1
  AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
LEFT JOIN event_total AS t ON t.event = e.id
GROUP BY s.place, s.part
ORDER BY s.place
