-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
SELECT l.id AS part, coalesce((SELECT sum(x.amount) FROM expected AS x WHERE x.line = l.id), 0) - l.budget AS amount
FROM line AS l
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq
