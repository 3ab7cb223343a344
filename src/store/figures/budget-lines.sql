-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lines of the year with their sums; "method" is how the forecast came about.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
,
--include budget-doubt
SELECT l.kind AS sort, 'budget_line' AS kind, l.id, l.line, l.label, coalesce(l.description_en, l.description_nl, l.line) AS label_en, l.ledger, l.over_budget, w.method, l.forecast_method AS wanted,
  l.adopted, l.budget, l.open_from,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.state = 'actual'), 0) AS actual,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.state = 'committed'), 0) AS committed,
  coalesce((SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id), 0) AS forecast,
  coalesce((SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id), 0) + coalesce((SELECT sum(d.amount) FROM doubt AS d WHERE d.line = l.id), 0) AS weighted,
  (SELECT p.id FROM budget_plan AS p WHERE p.budget_line = l.id ORDER BY p.seq LIMIT 1) AS plan,
  (SELECT p.total FROM budget_plan AS p WHERE p.budget_line = l.id ORDER BY p.seq LIMIT 1) AS plan_total,
  (SELECT p.split FROM budget_plan AS p WHERE p.budget_line = l.id ORDER BY p.seq LIMIT 1) AS plan_split,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.kind = 'budget_entry'), 0) AS entered
FROM line AS l
JOIN way AS w ON w.line = l.id
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq
