-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A row for each line: what is behind its forecast, "budget-forecast" tells.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT l.kind AS part, 'budget_line' AS kind, l.id, printf('%04d', l.year) AS date,
  coalesce(l.description_nl, l.description_en, l.line) AS label, coalesce(l.description_en, l.description_nl, l.line) AS label_en,
  CASE l.kind WHEN 'cost' THEN -1 ELSE 1 END * coalesce((SELECT sum(e.amount) FROM expected AS e WHERE e.line = l.id), 0) AS amount
FROM line AS l
WHERE l.year = :year
ORDER BY l.line, l.seq
