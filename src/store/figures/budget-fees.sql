-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The fee for the registration of an adult on the first of each month; 0 where there is none.
WITH months (month) AS (
  VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)
)
SELECT m.month, coalesce((
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', 'adult') AND f.valid_from <= printf('%04d-%02d-01', :year, m.month)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', :year, m.month)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ), 0) AS fee
FROM months AS m
ORDER BY m.month
