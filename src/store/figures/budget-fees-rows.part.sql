-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Registration fees by record: their sums are in budget-fees-sums.part.sql.
counted AS (
  SELECT r.id, r.month, r.municipality, r.paid_count * (
      SELECT f.amount
      FROM fee AS f
      WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.target_group WHEN 'child' THEN 'child' ELSE 'adult' END)
        AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
        AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      ORDER BY f.payer = 'all', f.valid_from DESC
      LIMIT 1
    ) AS amount
  FROM span AS s
  CROSS JOIN registration_count AS r
  WHERE r.month BETWEEN s.first * 12 AND s.last * 12 + 11 AND r.paid_count > 0
),
fee_money (year, kind, id, date, label, amount) AS (
  SELECT c.month / 12, 'registration_count', c.id, printf('%04d-%02d', c.month / 12, c.month % 12 + 1), coalesce(o.name_nl, o.name_en, c.municipality), c.amount
  FROM counted AS c
  LEFT JOIN organisation AS o ON o.id = c.municipality
  WHERE c.amount <> 0
),
