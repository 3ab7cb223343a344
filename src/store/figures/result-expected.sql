-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Costs are negative, so that the result is the sum.
WITH parts (place, part, sign) AS (
  VALUES (1, 'income', 1), (2, 'cost', -1)
)
SELECT p.part, p.sign * coalesce(sum(coalesce(b.forecast, b.amended, b.budget)), 0) AS amount,
  count(b.id) AS number, count(b.id) - count(b.forecast) AS without_forecast
FROM parts AS p
LEFT JOIN budget_line AS b ON b.kind = p.part AND b.year = :year
GROUP BY p.place, p.part, p.sign
ORDER BY p.place
