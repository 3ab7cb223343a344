-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Three ledgers of one partner: what it gives, what its inhabitants bring in, what it buys; without VAT.
WITH fees (amount) AS (
  SELECT sum(r.paid_count * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.group_code WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ))
  FROM registration_summary AS r
  WHERE r.municipality = :record AND r.month BETWEEN :year * 12 AND :year * 12 + 11
)
SELECT 'contribution' AS part, coalesce(sum(amount), 0) AS amount FROM commitment WHERE organisation = :record AND year = :year
UNION ALL
SELECT 'fee_revenue', coalesce(amount, 0) FROM fees
UNION ALL
SELECT 'services',
  (SELECT coalesce(sum(net), 0) FROM booking WHERE organisation = :record AND status <> 'cancelled' AND date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year))
  + (SELECT coalesce(sum(price), 0) FROM partner_package WHERE organisation = :record AND year = :year)
