-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Registration fees by month: the records behind them are in budget-fees-rows.part.sql. The fee of a month as in fee-revenue.sql.
paid_month (month, child, adult) AS MATERIALIZED (
  SELECT month, sum(CASE WHEN group_code = 'child' THEN paid_count END), sum(CASE WHEN group_code <> 'child' THEN paid_count END)
  FROM registration_summary
  WHERE month BETWEEN (SELECT first FROM span) * 12 AND (SELECT last FROM span) * 12 + 11
  GROUP BY month
),
paid (month, payer, n) AS (
  SELECT month, 'child', child FROM paid_month WHERE child IS NOT NULL
  UNION ALL
  SELECT month, 'adult', adult FROM paid_month WHERE adult IS NOT NULL
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
