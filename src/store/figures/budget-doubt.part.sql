-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What of the committed contributions is doubtful, by the weight of the status of who contributes. After budget-rows.part.sql.
weight (status, per_mille) AS (
  SELECT d.column1, coalesce((SELECT w.per_mille FROM forecast_weight AS w WHERE w.status = d.column1 ORDER BY w.seq LIMIT 1), d.column2)
  FROM (
    VALUES ('signed', 1000), ('ended', 1000), ('approved', 950), ('pledged', 800), ('being_decided', 500), ('reconsidering', 400),
      ('invited', 200), ('declined', 0), ('withdrawn', 0)
  ) AS d
),
-- What of the committed contributions may not come, rounded to the cent, half a cent away from zero.
doubt (line, month, kind, id, date, label, amount) AS (
  SELECT b.line, b.month, b.kind, b.id, b.date, b.label, -((b.amount * (1000 - w.per_mille) + CASE WHEN b.amount < 0 THEN -500 ELSE 500 END) / 1000)
  FROM booked AS b
  JOIN weight AS w ON w.status = b.status
  WHERE b.state = 'committed' AND w.per_mille < 1000
)
