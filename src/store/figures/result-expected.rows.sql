-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT kind AS part, 'budget_line' AS kind, id, printf('%04d', year) AS date, coalesce(description_nl, description_en, line) AS label,
  CASE kind WHEN 'cost' THEN -1 ELSE 1 END * coalesce(forecast, amended, budget) AS amount
FROM budget_line
WHERE year = :year
ORDER BY line, seq
