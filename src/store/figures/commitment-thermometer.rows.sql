-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The state of each party is its last decision up to today; of two on one day the one entered last.
WITH ladder (agreement, organisation, status) AS (
  SELECT agreement, organisation, status
  FROM (
    SELECT agreement, organisation, status,
      row_number() OVER (PARTITION BY agreement, organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
    FROM agreement_decision
    WHERE date IS NULL OR date <= :today
  )
  WHERE place = 1
),
due AS (
  SELECT c.seq, c.id, c.organisation, c.start_date, c.amount, l.status
  FROM commitment AS c
  LEFT JOIN ladder AS l ON l.agreement = c.agreement AND l.organisation = c.organisation
  WHERE c.year = :year
),
instalments AS (
  SELECT i.seq, i.id, i.organisation, i.due_date, i.paid_on, i.amount, i.invoiced, i.paid
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.year = :year
),
steps (place, part, status) AS (
  VALUES (1, 'pledged', 'pledged'), (1, 'pledged', 'approved'), (1, 'pledged', 'signed'), (1, 'pledged', 'ended'),
    (2, 'decided', 'approved'), (2, 'decided', 'signed'), (2, 'decided', 'ended'), (3, 'signed', 'signed'), (3, 'signed', 'ended')
),
leaves AS (
  SELECT s.place, s.part, 'commitment' AS kind, d.id, d.start_date AS date, d.organisation, d.amount
  FROM steps AS s
  JOIN due AS d ON d.status = s.status
  UNION ALL
  SELECT 4, 'invoiced', 'instalment', id, due_date, organisation, amount FROM instalments WHERE invoiced
  UNION ALL
  SELECT 5, 'paid', 'instalment', id, paid_on, organisation, paid FROM instalments WHERE paid <> 0
)
SELECT l.place, l.part, l.kind, l.id, l.date, coalesce(o.name_nl, o.name_en, l.organisation) AS label, coalesce(o.name_en, o.name_nl, l.organisation) AS label_en, l.amount
FROM leaves AS l
LEFT JOIN organisation AS o ON o.id = l.organisation
UNION ALL
SELECT 6, 'target', 'budget_line', b.id, printf('%04d', b.year), coalesce(b.description_nl, b.description_en, b.line), coalesce(b.description_en, b.description_nl, b.line), coalesce(b.amended, b.budget)
FROM budget_feed AS f
JOIN budget_line AS b ON b.id = f.budget_line
WHERE f.year = :year AND f.kind = 'income' AND f.ledger IN ('contributions', 'contributions_municipal', 'contributions_other')
ORDER BY 1, 5, 4
