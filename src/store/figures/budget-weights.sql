-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The weights of the forecast, and what is committed but not invoiced by parties in each state.
WITH
span (first, last) AS (VALUES (:year - 1, :year)),
--include budget-fees-sums
--include budget-rows
--include budget-doubt
SELECT w.status, w.per_mille, (SELECT f.id FROM forecast_weight AS f WHERE f.status = w.status ORDER BY f.seq LIMIT 1) AS id,
  coalesce((SELECT sum(b.amount) FROM booked AS b WHERE b.year = :year AND b.state = 'committed' AND b.status = w.status), 0) AS open
FROM weight AS w
ORDER BY w.per_mille DESC, w.status
