-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-rows
--include budget-rows
--include budget-forecast
,
--include budget-cash
SELECT part, kind, id, date, label, amount
FROM piece
ORDER BY part = 'opening' DESC, part, date, id
