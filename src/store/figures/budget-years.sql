-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The lines of the years of the covenant that runs at the end of the year, at least from two years before to one year after.
WITH
period (first, last) AS (
  SELECT CAST(substr(start_date, 1, 4) AS INTEGER), CAST(substr(coalesce(end_date, start_date), 1, 4) AS INTEGER)
  FROM agreement
  WHERE kind = 'covenant' AND status NOT IN ('draft', 'declined') AND start_date <= printf('%04d-12-31', :year)
    AND coalesce(end_date, '9999') >= printf('%04d-12-31', :year)
  ORDER BY start_date DESC
  LIMIT 1
),
fresh_span (first, last) AS (
  SELECT max(:year - 5, min(:year - 2, coalesce((SELECT first FROM period), :year))) - 1,
    min(:year + 3, max(:year + 1, coalesce((SELECT last FROM period), :year)))
),
--keep span (first, last)
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT y.column1 AS year, s.first + 1 AS first, s.last, l.kind AS sort, 'budget_line' AS kind, l.id, l.line, l.label,
  coalesce(l.description_en, l.description_nl, l.line) AS label_en, l.budget,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.line = l.id AND b.state = 'actual'), 0) AS actual,
  coalesce((SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id), 0) AS forecast
FROM span AS s
JOIN (
  SELECT :year - 5 AS column1 UNION ALL VALUES (:year - 4), (:year - 3), (:year - 2), (:year - 1), (:year), (:year + 1), (:year + 2), (:year + 3)
) AS y ON y.column1 BETWEEN s.first + 1 AND s.last
LEFT JOIN line AS l ON l.year = y.column1
ORDER BY y.column1, l.kind = 'cost', l.line, l.seq
