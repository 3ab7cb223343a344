-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the cost lines of the year have room for; "own" is what the record has on the line already, which is part of "used".
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
used (line, amount, own) AS (
  SELECT line, sum(amount), coalesce(sum(amount) FILTER (WHERE id = :record), 0)
  FROM booked
  GROUP BY line
)
SELECT 'budget_line' AS kind, l.id, l.line, l.label, coalesce(l.description_en, l.description_nl, l.line) AS label_en, l.over_budget,
  (SELECT f.ledger FROM feed AS f WHERE f.id = l.id) AS feeds, l.budget AS amount, coalesce(u.amount, 0) AS used, coalesce(u.own, 0) AS own
FROM line AS l
LEFT JOIN used AS u ON u.line = l.id
WHERE l.year = :year AND l.kind = 'cost'
ORDER BY l.line, l.seq
