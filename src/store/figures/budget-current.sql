-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT id AS part, 'budget_line' AS kind, id, printf('%04d', year) AS date, coalesce(description_nl, description_en, line) AS label,
  coalesce(description_en, description_nl, line) AS label_en, coalesce(amended, budget) AS amount
FROM budget_line
WHERE year = :year
ORDER BY kind = 'cost', line, seq
