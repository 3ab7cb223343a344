-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Registration fees by month: the records behind them are in budget-fees-rows.part.sql. The fee of a month as in fee-revenue.sql.
paid (month, payer, n) AS (
  SELECT r.month, CASE r.group_code WHEN 'child' THEN 'child' ELSE 'adult' END, sum(r.paid_count)
  FROM span AS s
  CROSS JOIN registration_summary AS r
  WHERE r.month BETWEEN s.first * 12 AND s.last * 12 + 11
  GROUP BY 1, 2
),
fee_money (year, kind, id, date, label, amount) AS (
  SELECT month / 12, 'registration_count', NULL, printf('%04d-%02d', month / 12, month % 12 + 1), NULL, coalesce(n * (
      SELECT f.amount
      FROM fee AS f
      WHERE f.service = 'registration' AND f.payer IN ('all', paid.payer)
        AND f.valid_from <= printf('%04d-%02d-01', month / 12, month % 12 + 1)
        AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', month / 12, month % 12 + 1)
      ORDER BY f.payer = 'all', f.valid_from DESC
      LIMIT 1
    ), 0)
  FROM paid
),
