-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Twelve months whatever was counted. The budget of the year is divided by twelve; the cents that are left go to the
-- first months, so that the months add up to the year.
WITH RECURSIVE months (place) AS (
  SELECT 0 UNION ALL SELECT place + 1 FROM months WHERE place < 11
),
paid (month, payer, n) AS (
  SELECT month, CASE group_code WHEN 'child' THEN 'child' ELSE 'adult' END, sum(paid_count)
  FROM registration_summary
  WHERE month BETWEEN (:year - 1) * 12 AND :year * 12 + 11
  GROUP BY 1, 2
),
revenue (month, amount) AS (
  SELECT month, sum(n * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', paid.payer)
      AND f.valid_from <= printf('%04d-%02d-01', month / 12, month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', month / 12, month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ))
  FROM paid
  GROUP BY month
),
year_budget (total) AS (
  SELECT sum(coalesce(b.amended, b.budget))
  FROM budget_feed AS f
  JOIN budget_line AS b ON b.id = f.budget_line
  WHERE f.year = :year AND f.kind = 'income' AND f.ledger = 'fees'
)
SELECT printf('%04d-%02d', :year, m.place + 1) AS part, m.place + 1 AS month,
  coalesce(now.amount, 0) AS amount, coalesce(past.amount, 0) AS last_year,
  CASE WHEN b.total IS NOT NULL THEN b.total / 12 + (m.place < b.total % 12) - (m.place < -(b.total % 12)) END AS budget
FROM months AS m
CROSS JOIN year_budget AS b
LEFT JOIN revenue AS now ON now.month = :year * 12 + m.place
LEFT JOIN revenue AS past ON past.month = (:year - 1) * 12 + m.place
ORDER BY m.place
