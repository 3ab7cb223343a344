-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-rows
--include budget-rows
--include budget-forecast
,
--include budget-cash
SELECT x.part, x.kind, x.id, x.date, x.label,
--include budget-label
  x.amount
FROM piece AS x
ORDER BY x.part = 'opening' DESC, x.part, x.date, x.id
