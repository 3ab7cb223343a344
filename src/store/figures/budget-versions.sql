-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What each version of the year's budget said about each line: as adopted, as kept with an earlier amendment, as the lines say now.
WITH
number (n) AS (
  SELECT number FROM budget_version WHERE year = :year
  UNION
  SELECT 0 WHERE EXISTS (SELECT 1 FROM budget_line WHERE year = :year)
  UNION
  SELECT 1 WHERE EXISTS (SELECT 1 FROM budget_line WHERE year = :year AND amended IS NOT NULL AND amended <> budget)
)
SELECT n.n AS number, v.id AS version, v.decision_date, v.body, v.reason, 'budget_line' AS kind, b.id, b.kind AS sort, b.line,
  coalesce(b.description_nl, b.description_en, b.line) AS label, coalesce(b.description_en, b.description_nl, b.line) AS label_en,
  CASE
    WHEN n.n = 0 THEN b.budget
    WHEN n.n = (SELECT max(n) FROM number) THEN coalesce(b.amended, b.budget)
    ELSE coalesce((SELECT a.amount FROM budget_amount AS a WHERE a.budget_version = v.id AND a.budget_line = b.id ORDER BY a.seq LIMIT 1), b.budget)
  END AS said
FROM number AS n
LEFT JOIN budget_version AS v ON v.seq = (SELECT min(w.seq) FROM budget_version AS w WHERE w.year = :year AND w.number = n.n)
JOIN budget_line AS b ON b.year = :year
ORDER BY n.n, b.kind = 'cost', b.line, b.seq
