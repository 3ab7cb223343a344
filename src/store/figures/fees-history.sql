-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Each month with registrations in the year and the five years before it: what the seasonal forecast is made of.
WITH paid (month, payer, n) AS (
  SELECT month, CASE group_code WHEN 'child' THEN 'child' ELSE 'adult' END, sum(paid_count)
  FROM registration_summary
  WHERE month BETWEEN (:year - 5) * 12 AND :year * 12 + 11
  GROUP BY 1, 2
)
SELECT month, sum(n * coalesce((
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', paid.payer)
      AND f.valid_from <= printf('%04d-%02d-01', month / 12, month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', month / 12, month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ), 0)) AS revenue
FROM paid
GROUP BY month
ORDER BY month
