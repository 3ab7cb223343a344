-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the card of a half-year (":record", such as "2018-H2") can say of the ledgers.
WITH half (first, last, first_day, after) AS (
  SELECT substr(:record, 1, 4) * 12 + CASE substr(:record, 7) WHEN '2' THEN 6 ELSE 0 END,
    substr(:record, 1, 4) * 12 + CASE substr(:record, 7) WHEN '2' THEN 11 ELSE 5 END,
    substr(:record, 1, 4) || CASE substr(:record, 7) WHEN '2' THEN '-07-01' ELSE '-01-01' END,
    substr(:record, 1, 4) || CASE substr(:record, 7) WHEN '2' THEN '~' ELSE '-07' END
),
paid (month, payer, n) AS (
  SELECT month, CASE group_code WHEN 'child' THEN 'child' ELSE 'adult' END, sum(paid_count)
  FROM registration_summary, half
  WHERE month BETWEEN half.first AND half.last
  GROUP BY 1, 2
),
held (n, own, attended) AS (
  SELECT count(*), coalesce(sum(e.mode = 'own'), 0), coalesce(sum(t.attended), 0)
  FROM half
  CROSS JOIN event AS e ON e.starts >= half.first_day AND e.starts < half.after
  CROSS JOIN event_total AS t ON t.event = e.id
  WHERE e.status = 'held' AND e.mode IS NOT 'announced' AND e.template IS NOT 1
)
SELECT 'registrations' AS part, coalesce(sum(count), 0) AS amount
FROM registration_summary, half
WHERE month BETWEEN half.first AND half.last
UNION ALL
SELECT 'fee_revenue', coalesce(sum(n * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', paid.payer)
      AND f.valid_from <= printf('%04d-%02d-01', month / 12, month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', month / 12, month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  )), 0)
FROM paid
UNION ALL
SELECT 'events_held', n FROM held
UNION ALL
SELECT 'events_own', own FROM held
UNION ALL
SELECT 'attendance', attended FROM held
