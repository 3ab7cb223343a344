-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the card of a project of a programme (":record") can say of the year: the project with its lines of action.
WITH RECURSIVE tree (id) AS (
  VALUES (:record)
  UNION
  SELECT p.id FROM project AS p JOIN tree AS t ON p.part_of = t.id
),
pledged (amount, hours) AS (
  SELECT coalesce(sum(c.amount), 0), coalesce(sum(c.hours), 0)
  FROM commitment AS c
  JOIN agreement AS a ON a.id = c.agreement
  WHERE c.year = :year AND a.project IN (SELECT id FROM tree)
),
member (n, fees) AS (
  SELECT count(*), coalesce(sum(price), 0)
  FROM partner_package
  WHERE year = :year AND project IN (SELECT id FROM tree)
),
measured (n, reached) AS (
  SELECT count(*), coalesce(sum(CAST(v.value AS REAL) >= CAST(i.target AS REAL)), 0)
  FROM indicator_value AS v
  JOIN indicator AS i ON i.id = v.definition
  WHERE i.project IN (SELECT id FROM tree) AND i.target IS NOT NULL AND v.organisation IS NOT NULL AND v.period = printf('%04d', :year)
)
SELECT 'project_budget' AS part, (SELECT coalesce(p.budget, (SELECT sum(c.budget) FROM project AS c WHERE c.part_of = p.id), 0) FROM project AS p WHERE p.id = :record) AS amount
UNION ALL
SELECT 'project_pledged', amount FROM pledged
UNION ALL
SELECT 'project_hours', hours FROM pledged
UNION ALL
SELECT 'members', n FROM member
UNION ALL
SELECT 'member_fees', fees FROM member
UNION ALL
SELECT 'measured', n FROM measured
UNION ALL
SELECT 'on_target', reached FROM measured
