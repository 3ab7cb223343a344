-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The bookings of the year that have a provider, the ones confirmed last beyond what it can deliver in that month.
WITH taken AS (
  SELECT b.seq, coalesce(b.provider, p.provider) AS provider, substr(b.date, 1, 7) AS month
  FROM booking AS b
  JOIN programme AS p ON p.id = b.programme
  WHERE b.status IN ('booked', 'delivered') AND coalesce(b.provider, p.provider) IS NOT NULL
    AND b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
),
placed AS (
  SELECT t.seq, t.provider, t.month, row_number() OVER (PARTITION BY t.provider, t.month ORDER BY b.confirmed_on, b.date, b.seq) AS place,
    count(*) OVER (PARTITION BY t.provider, t.month) AS number,
    (SELECT c.per_month FROM provider_capacity AS c
     WHERE c.provider = t.provider AND c.valid_from <= t.month || '-31' AND coalesce(c.valid_to, '9999') >= t.month || '-01'
     ORDER BY c.valid_from DESC LIMIT 1) AS capacity
  FROM taken AS t
  JOIN booking AS b ON b.seq = t.seq
)
SELECT 'booking' AS kind, b.id, b.date, l.provider, coalesce(v.name_nl, v.name_en) AS provider_name, coalesce(o.name_nl, o.name_en, b.organisation) AS label,
  coalesce(o.name_en, o.name_nl, b.organisation) AS label_en, l.month, l.number, l.capacity, l.place > l.capacity AS over, b.net AS amount
FROM placed AS l
JOIN booking AS b ON b.seq = l.seq
LEFT JOIN organisation AS v ON v.id = l.provider
LEFT JOIN organisation AS o ON o.id = b.organisation
ORDER BY l.month, provider_name COLLATE NOCASE, l.place
