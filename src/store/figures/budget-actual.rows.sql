-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-rows
--include budget-rows
--include budget-forecast
SELECT l.id AS part, x.kind, x.id, x.date, x.label,
--include budget-label
  x.amount
FROM line AS l
JOIN booked AS x ON x.line = l.id AND x.state = 'actual'
WHERE l.year = :year
ORDER BY l.kind = 'cost', l.line, l.seq, x.month, x.date, x.id
