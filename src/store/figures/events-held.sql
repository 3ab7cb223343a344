-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts of local times sort by time: all of a year lie between "2018" and "2018~". Each event of the year is looked at once,
-- which is why its people are worked out here as event_total does it, instead of joining that.
WITH states (place, part) AS (
  VALUES (1, 'held'), (2, 'planned'), (3, 'cancelled')
),
counted (status, number, signed_up, attended) AS MATERIALIZED (
  SELECT e.status, count(*),
    sum(coalesce((SELECT sum(CASE WHEN s.status = 'signed_up' AND s.role IS NOT 'speaker' THEN s.party ELSE 0 END)
      FROM event_signup AS s WHERE s.event = e.id), e.signed_up)),
    sum(coalesce(e.attended, (SELECT sum(s.attended)
      FROM event_signup AS s WHERE s.event = e.id AND s.status = 'signed_up' AND s.role IS NOT 'speaker')))
  FROM event AS e
  WHERE e.mode IS NOT 'announced' AND e.template IS NOT 1 AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
  GROUP BY e.status
)
SELECT s.part, coalesce(c.number, 0) AS amount, coalesce(c.signed_up, 0) AS signed_up, coalesce(c.attended, 0) AS attended
FROM states AS s
LEFT JOIN counted AS c ON c.status = s.part
ORDER BY s.place
