-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts of local times sort by time: all of a year lie between "2018" and "2018~".
WITH states (place, part) AS (
  VALUES (1, 'held'), (2, 'planned'), (3, 'cancelled')
)
SELECT s.part, count(e.id) AS amount, coalesce(sum(e.signed_up), 0) AS signed_up, coalesce(sum(e.attended), 0) AS attended
FROM states AS s
LEFT JOIN event AS e ON e.status = s.part AND e.mode IS NOT 'announced'
  AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
GROUP BY s.place, s.part
ORDER BY s.place
