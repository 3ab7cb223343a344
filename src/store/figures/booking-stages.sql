-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH stages (place, part) AS (
  VALUES (1, 'requested'), (2, 'quoted'), (3, 'booked'), (4, 'delivered'), (5, 'invoiced'), (6, 'paid'), (7, 'cancelled')
),
sums AS (
  SELECT s.stage, count(*) AS number, sum(b.net) AS amount
  FROM booking_stage AS s
  JOIN booking AS b ON b.seq = s.seq
  WHERE s.stage NOT IN ('paid', 'cancelled') OR b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
  GROUP BY s.stage
)
SELECT g.part, coalesce(n.number, 0) AS number, coalesce(n.amount, 0) AS amount
FROM stages AS g
LEFT JOIN sums AS n ON n.stage = g.part
ORDER BY g.place
