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
)
SELECT 'pledged' AS part, coalesce(sum(amount), 0) AS amount FROM due WHERE status IN ('pledged', 'approved', 'signed', 'ended')
UNION ALL
SELECT 'decided', coalesce(sum(amount), 0) FROM due WHERE status IN ('approved', 'signed', 'ended')
UNION ALL
SELECT 'signed', coalesce(sum(amount), 0) FROM due WHERE status IN ('signed', 'ended')
UNION ALL
SELECT 'invoiced', coalesce(sum(amount), 0) FROM instalments WHERE invoiced
UNION ALL
SELECT 'paid', coalesce(sum(paid), 0) FROM instalments
UNION ALL
SELECT 'target', coalesce(sum(coalesce(b.amended, b.budget)), 0)
FROM budget_feed AS f
JOIN budget_line AS b ON b.id = f.budget_line
WHERE f.year = :year AND f.kind = 'income' AND f.ledger IN ('contributions', 'contributions_municipal', 'contributions_other')
