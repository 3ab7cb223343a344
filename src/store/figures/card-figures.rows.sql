-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH half (first, last, first_day, after) AS (
  SELECT substr(:record, 1, 4) * 12 + CASE substr(:record, 7) WHEN '2' THEN 6 ELSE 0 END,
    substr(:record, 1, 4) * 12 + CASE substr(:record, 7) WHEN '2' THEN 11 ELSE 5 END,
    substr(:record, 1, 4) || CASE substr(:record, 7) WHEN '2' THEN '-07-01' ELSE '-01-01' END,
    substr(:record, 1, 4) || CASE substr(:record, 7) WHEN '2' THEN '~' ELSE '-07' END
),
counted AS (
  SELECT r.id, r.month, r.municipality, r.count, r.paid_count, (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.target_group WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  ) AS fee
  FROM registration_count AS r, half
  WHERE r.month BETWEEN half.first AND half.last
),
held AS (
  SELECT e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label, coalesce(e.title_en, e.title_nl, e.id) AS label_en, e.mode, t.attended
  FROM half
  CROSS JOIN event AS e ON e.starts >= half.first_day AND e.starts < half.after
  CROSS JOIN event_total AS t ON t.event = e.id
  WHERE e.status = 'held' AND e.mode IS NOT 'announced' AND e.template IS NOT 1
)
SELECT 'registrations' AS part, 'registration_count' AS kind, c.id, printf('%04d-%02d', c.month / 12, c.month % 12 + 1) AS date,
  coalesce(o.name_nl, o.name_en, c.municipality) AS label, coalesce(o.name_en, o.name_nl, c.municipality) AS label_en, c.count AS amount
FROM counted AS c
LEFT JOIN organisation AS o ON o.id = c.municipality
UNION ALL
SELECT 'fee_revenue', 'registration_count', c.id, printf('%04d-%02d', c.month / 12, c.month % 12 + 1),
  coalesce(o.name_nl, o.name_en, c.municipality), coalesce(o.name_en, o.name_nl, c.municipality), c.paid_count * c.fee
FROM counted AS c
LEFT JOIN organisation AS o ON o.id = c.municipality
WHERE c.fee <> 0 AND c.paid_count > 0
UNION ALL
SELECT 'events_held', 'event', id, date, label, label_en, 1 FROM held
UNION ALL
SELECT 'events_own', 'event', id, date, label, label_en, 1 FROM held WHERE mode = 'own'
UNION ALL
SELECT 'attendance', 'event', id, date, label, label_en, attended FROM held WHERE attended IS NOT NULL
