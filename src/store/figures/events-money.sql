-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Cents. What sponsors promised, were invoiced for and paid stands beside what the events themselves brought in.
WITH parts (place, part) AS (
  VALUES (1, 'cost'), (2, 'income'), (3, 'pledged'), (4, 'invoiced'), (5, 'paid')
),
line (place, part, amount) AS (
  SELECT p.place, p.part,
    CASE p.part WHEN 'cost' THEN t.cost WHEN 'income' THEN t.income WHEN 'pledged' THEN t.pledged WHEN 'invoiced' THEN t.invoiced ELSE t.paid END
  FROM parts AS p
  LEFT JOIN event AS e ON e.template IS NOT 1 AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
  LEFT JOIN event_total AS t ON t.event = e.id
)
SELECT part, coalesce(sum(amount), 0) AS amount
FROM line
GROUP BY place, part
ORDER BY place
