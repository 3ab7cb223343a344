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
due AS MATERIALIZED (
  SELECT c.seq, c.id, c.organisation, c.start_date, c.amount, coalesce(l.status, '') AS status
  FROM commitment AS c
  LEFT JOIN ladder AS l ON l.organisation = c.organisation
  WHERE c.agreement = :record AND c.year = :year
),
-- Each column of the view is worked out once.
instalments AS MATERIALIZED (
  SELECT i.seq, i.id, i.organisation, i.due_date, i.paid_on, i.amount, i.invoiced, i.paid
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.agreement = :record AND c.year = :year
)
SELECT 'committed' AS part, coalesce(sum(amount), 0) AS amount FROM due
UNION ALL
SELECT 'invoiced', coalesce(sum(amount), 0) FROM instalments WHERE invoiced
UNION ALL
SELECT 'paid', coalesce(sum(paid), 0) FROM instalments
UNION ALL
SELECT 'at_risk', coalesce(sum(amount), 0) FROM due WHERE status NOT IN ('signed', 'ended')
