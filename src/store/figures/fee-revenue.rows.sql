-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH counted AS (
  SELECT r.seq, r.id, r.month, r.municipality, r.target_group, r.paid_count, (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.target_group WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ) AS fee
  FROM registration_count AS r
  WHERE r.month BETWEEN :year * 12 AND :year * 12 + 11 AND r.paid_count > 0
)
SELECT 'registration_count' AS kind, c.id, printf('%04d-%02d', c.month / 12, c.month % 12 + 1) AS date,
  coalesce(o.name_nl, o.name_en, c.municipality) AS label, coalesce(o.name_en, o.name_nl, c.municipality) AS label_en, c.target_group, c.paid_count, c.fee, c.paid_count * c.fee AS amount
FROM counted AS c
LEFT JOIN organisation AS o ON o.id = c.municipality
WHERE c.fee <> 0
ORDER BY c.month, c.seq
