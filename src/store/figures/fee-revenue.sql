-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A fee changes on the first of a month, so the fee valid on that day is the fee of the month. One for adults or for
-- children goes before one for everyone. Grouped first: the fee is looked up 24 times, not once for each municipality.
WITH paid (month, payer, n) AS (
  SELECT month, CASE group_code WHEN 'child' THEN 'child' ELSE 'adult' END, sum(paid_count)
  FROM registration_summary
  WHERE month BETWEEN :year * 12 AND :year * 12 + 11
  GROUP BY 1, 2
)
SELECT coalesce(sum(n * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', paid.payer)
      AND f.valid_from <= printf('%04d-%02d-01', month / 12, month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', month / 12, month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  )), 0) AS amount
FROM paid
