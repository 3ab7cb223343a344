-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- All organisations, each with its last decision about an agreement up to today; of two on one day the one entered last.
WITH ladder (organisation, status) AS (
  SELECT organisation, status
  FROM (
    SELECT organisation, status,
      row_number() OVER (PARTITION BY organisation ORDER BY date IS NOT NULL DESC, date DESC, seq DESC) AS place
    FROM agreement_decision
    WHERE date IS NULL OR date <= :today
  )
  WHERE place = 1
)
SELECT o.id, o.name_nl, o.name_en, o.kind, o.role, o.kvk, coalesce(o.inactive, 0) AS inactive, l.status
FROM organisation AS o
LEFT JOIN ladder AS l ON l.organisation = o.id
ORDER BY o.seq
