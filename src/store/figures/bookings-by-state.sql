-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH states (place, part) AS (
  VALUES (1, 'requested'), (2, 'quoted'), (3, 'booked'), (4, 'delivered'), (5, 'cancelled')
)
SELECT s.part, count(b.id) AS number, coalesce(sum(b.net), 0) AS amount
FROM states AS s
LEFT JOIN booking AS b ON b.status = s.part AND b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
GROUP BY s.place, s.part
ORDER BY s.place
