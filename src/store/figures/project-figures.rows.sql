-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

WITH RECURSIVE tree (id) AS (
  VALUES (:record)
  UNION
  SELECT p.id FROM project AS p JOIN tree AS t ON p.part_of = t.id
),
pledged AS (
  SELECT c.id, c.start_date AS date, coalesce(o.name_nl, o.name_en, o.id) AS label, coalesce(o.name_en, o.name_nl, o.id) AS label_en, c.amount, c.hours
  FROM commitment AS c
  JOIN agreement AS a ON a.id = c.agreement
  JOIN organisation AS o ON o.id = c.organisation
  WHERE c.year = :year AND a.project IN (SELECT id FROM tree)
),
member AS (
  SELECT m.id, printf('%04d', m.year) AS date, coalesce(o.name_nl, o.name_en, o.id) AS label, coalesce(o.name_en, o.name_nl, o.id) AS label_en, m.price
  FROM partner_package AS m
  JOIN organisation AS o ON o.id = m.organisation
  WHERE m.year = :year AND m.project IN (SELECT id FROM tree)
),
measured AS (
  SELECT v.id, v.period AS date, coalesce(o.name_nl, o.name_en, o.id) AS label, coalesce(o.name_en, o.name_nl, o.id) AS label_en,
    CAST(v.value AS REAL) >= CAST(i.target AS REAL) AS reached
  FROM indicator_value AS v
  JOIN indicator AS i ON i.id = v.definition
  JOIN organisation AS o ON o.id = v.organisation
  WHERE i.project IN (SELECT id FROM tree) AND i.target IS NOT NULL AND v.period = printf('%04d', :year)
)
SELECT 'project_budget' AS part, 'project' AS kind, p.id, p.start_date AS date, coalesce(p.name_nl, p.name_en, p.id) AS label,
  coalesce(p.name_en, p.name_nl, p.id) AS label_en, p.budget AS amount
FROM project AS p
WHERE p.budget IS NOT NULL AND CASE WHEN (SELECT budget FROM project WHERE id = :record) IS NULL THEN p.part_of = :record ELSE p.id = :record END
UNION ALL
SELECT 'project_pledged', 'commitment', id, date, label, label_en, amount FROM pledged WHERE amount <> 0
UNION ALL
SELECT 'project_hours', 'commitment', id, date, label, label_en, hours FROM pledged WHERE hours <> 0
UNION ALL
SELECT 'members', 'partner_package', id, date, label, label_en, 1 FROM member
UNION ALL
SELECT 'member_fees', 'partner_package', id, date, label, label_en, price FROM member
UNION ALL
SELECT 'measured', 'indicator_value', id, date, label, label_en, 1 FROM measured
UNION ALL
SELECT 'on_target', 'indicator_value', id, date, label, label_en, 1 FROM measured WHERE reached
