-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH parts (place, part) AS (
  VALUES (1, 'cost'), (2, 'income'), (3, 'pledged'), (4, 'invoiced'), (5, 'paid')
),
line (place, part, id, date, label, label_en, amount, starts) AS (
  SELECT p.place, p.part, e.id, substr(e.starts, 1, 10), coalesce(e.title_nl, e.title_en, e.id), coalesce(e.title_en, e.title_nl, e.id),
    CASE p.part WHEN 'cost' THEN t.cost WHEN 'income' THEN t.income WHEN 'pledged' THEN t.pledged WHEN 'invoiced' THEN t.invoiced ELSE t.paid END,
    e.starts
  FROM parts AS p
  JOIN event AS e ON e.template IS NOT 1 AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
  JOIN event_total AS t ON t.event = e.id
)
SELECT part, 'event' AS kind, id, date, label, label_en, amount
FROM line
WHERE amount IS NOT NULL AND amount <> 0
ORDER BY place, starts, id
