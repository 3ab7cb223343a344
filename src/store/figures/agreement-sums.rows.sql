-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The state of each party is its last decision up to today; of two on one day the one entered last.
WITH ladder (organisation, status) AS (
  SELECT organisation, status
  FROM (
    SELECT organisation, status,
      row_number() OVER (PARTITION BY organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
    FROM agreement_decision
    WHERE agreement = :record AND (date IS NULL OR date <= :today)
  )
  WHERE place = 1
),
due AS (
  SELECT c.seq, c.id, c.organisation, c.start_date, c.amount, coalesce(l.status, '') AS status
  FROM commitment AS c
  LEFT JOIN ladder AS l ON l.organisation = c.organisation
  WHERE c.agreement = :record AND c.year = :year
),
instalments AS (
  SELECT i.seq, i.id, i.organisation, i.due_date, i.paid_on, i.amount, i.invoiced, i.paid
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.agreement = :record AND c.year = :year
),
leaves (part, kind, id, date, organisation, amount) AS (
  SELECT 'committed', 'commitment', id, start_date, organisation, amount FROM due
  UNION ALL
  SELECT 'invoiced', 'instalment', id, due_date, organisation, amount FROM instalments WHERE invoiced
  UNION ALL
  SELECT 'paid', 'instalment', id, paid_on, organisation, paid FROM instalments WHERE paid <> 0
  UNION ALL
  SELECT 'at_risk', 'commitment', id, start_date, organisation, amount FROM due WHERE status NOT IN ('signed', 'ended')
)
SELECT l.part, l.kind, l.id, l.date, coalesce(o.name_nl, o.name_en, l.organisation) AS label, coalesce(o.name_en, o.name_nl, l.organisation) AS label_en, l.amount
FROM leaves AS l
LEFT JOIN organisation AS o ON o.id = l.organisation
ORDER BY l.part, l.date, l.id
