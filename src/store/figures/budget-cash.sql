-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The balance at the beginning of the year, and what comes in and goes out in each month.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-forecast
,
--include budget-cash
SELECT p.part, coalesce((SELECT sum(x.amount) FROM piece AS x WHERE x.part = p.part), 0) AS amount, (SELECT open_from FROM clock) AS open_from,
  (SELECT yes FROM has_bank) AS has_bank, EXISTS (SELECT 1 FROM balance) AS has_balance
FROM (
  SELECT 0 AS month, 'opening' AS part
  UNION ALL
  SELECT month, printf('%04d-%02d-in', :year, month) FROM month_of_year
  UNION ALL
  SELECT month, printf('%04d-%02d-out', :year, month) FROM month_of_year
) AS p
ORDER BY p.month, p.part
