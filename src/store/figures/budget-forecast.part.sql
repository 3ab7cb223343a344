-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What each line is expected to be, by the way that it says; see "budget-forecast" in cvn-figures.c. After budget-rows.part.sql.
-- A division into months that does not make the amount of the line any more is not used: the months are equal then.
--anew
month_of_year (month) AS (
  VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)
),
fresh_done (line, month, amount) AS (
  SELECT line, month, sum(amount) FROM booked WHERE state = 'actual' GROUP BY line, month
),
--keep done (line, month, amount)
past (line, month, kind, id, date, label, amount) AS (
  SELECT l.id, b.month, b.kind, b.id, b.date, b.label, b.amount
  FROM line AS l
  JOIN line AS before ON before.year = l.year - 1 AND before.line = l.line AND before.kind = l.kind
  JOIN booked AS b ON b.line = before.id AND b.state = 'actual' AND b.month > 0
  WHERE l.forecast_method = 'season'
),
fresh_way (line, open_from, method) AS (
  SELECT l.id, l.open_from,
    CASE
      WHEN l.stated IS NOT NULL AND coalesce(l.forecast_method, 'stated') = 'stated' THEN 'stated'
      WHEN l.forecast_method = 'committed' THEN 'committed'
      WHEN l.ledger = 'manual' AND NOT EXISTS (SELECT 1 FROM done AS d WHERE d.line = l.id) THEN 'whole'
      WHEN l.open_from > 12 THEN 'actual'
      WHEN l.ledger = 'manual' AND coalesce(l.lump, 0) <> 0 THEN
        CASE WHEN (SELECT sum(d.amount) FROM done AS d WHERE d.line = l.id) > l.budget THEN 'actual' ELSE 'whole' END
      WHEN l.forecast_method = 'season' AND EXISTS (SELECT 1 FROM past AS p WHERE p.line = l.id) THEN 'season'
      ELSE 'plan'
    END
  FROM line AS l
),
--keep way (line, open_from, method)
plan (line, month, kind, id, amount) AS (
  SELECT l.id, m.month, CASE WHEN p.id IS NULL THEN 'budget_line' ELSE 'budget_plan' END, coalesce(p.id, l.id),
    CASE
      WHEN p.id IS NULL THEN l.budget / 12 + (m.month <= l.budget % 12) - (m.month <= -(l.budget % 12))
      ELSE CASE m.month
        WHEN 1 THEN p.month_1 WHEN 2 THEN p.month_2 WHEN 3 THEN p.month_3 WHEN 4 THEN p.month_4
        WHEN 5 THEN p.month_5 WHEN 6 THEN p.month_6 WHEN 7 THEN p.month_7 WHEN 8 THEN p.month_8
        WHEN 9 THEN p.month_9 WHEN 10 THEN p.month_10 WHEN 11 THEN p.month_11 WHEN 12 THEN p.month_12
      END
    END
  FROM line AS l
  CROSS JOIN month_of_year AS m
  LEFT JOIN budget_plan AS p ON p.seq = (SELECT min(q.seq) FROM budget_plan AS q WHERE q.budget_line = l.id AND q.total = l.budget)
),
fresh_hoped (line, month, kind, id, date, label, amount) AS (
  SELECT p.line, p.month, p.kind, p.id, printf('%04d-%02d', l.year, p.month), l.label, p.amount
  FROM way AS w
  JOIN line AS l ON l.id = w.line
  JOIN plan AS p ON p.line = w.line
  WHERE w.method = 'plan'
  UNION ALL
  SELECT p.line, p.month, p.kind, p.id, p.date, p.label, p.amount
  FROM past AS p
  JOIN way AS w ON w.line = p.line AND w.method = 'season'
),
--keep hoped (line, month, kind, id, date, label, amount)
fresh_choice (line, month, takes_actual) AS (
  SELECT w.line, m.month, m.month < w.open_from OR coalesce(d.amount, 0) > coalesce(h.amount, 0)
  FROM way AS w
  CROSS JOIN month_of_year AS m
  LEFT JOIN done AS d ON d.line = w.line AND d.month = m.month
  LEFT JOIN (SELECT line, month, sum(amount) AS amount FROM hoped GROUP BY line, month) AS h ON h.line = w.line AND h.month = m.month
  WHERE w.method IN ('plan', 'season')
),
--keep choice (line, month, takes_actual)
expected (line, month, nature, kind, id, date, label, amount) AS (
  SELECT b.line, b.month, 'actual', b.kind, b.id, b.date, b.label, b.amount
  FROM booked AS b
  JOIN way AS w ON w.line = b.line
  LEFT JOIN choice AS c ON c.line = b.line AND c.month = b.month
  WHERE b.state = 'actual' AND (w.method IN ('actual', 'committed') OR coalesce(c.takes_actual, b.month = 0 AND w.method IN ('plan', 'season')))
  UNION ALL
  SELECT h.line, h.month, 'open', h.kind, h.id, h.date, h.label, h.amount
  FROM hoped AS h
  JOIN choice AS c ON c.line = h.line AND c.month = h.month AND NOT c.takes_actual
  UNION ALL
  SELECT b.line, max(b.month, w.open_from), 'open', b.kind, b.id, b.date, b.label, b.amount
  FROM booked AS b
  JOIN way AS w ON w.line = b.line AND w.method = 'committed' AND w.open_from <= 12
  WHERE b.state = 'committed'
  UNION ALL
  SELECT l.id, 0, 'open', 'budget_line', l.id, printf('%04d', l.year), l.label, CASE w.method WHEN 'stated' THEN l.stated ELSE l.budget END
  FROM line AS l
  JOIN way AS w ON w.line = l.id AND w.method IN ('stated', 'whole')
)
