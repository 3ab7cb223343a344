-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The agreements that the organisation has decided about or contributes to, with its last decision up to today.
WITH party (agreement) AS (
  SELECT agreement FROM agreement_decision WHERE organisation = :record
  UNION
  SELECT agreement FROM commitment WHERE organisation = :record
)
SELECT 'agreement' AS kind, a.id, a.start_date AS date, a.end_date, coalesce(a.title_nl, a.title_en, a.id) AS label, coalesce(a.title_en, a.title_nl, a.id) AS label_en,
  (
    SELECT d.status
    FROM agreement_decision AS d
    WHERE d.agreement = a.id AND d.organisation = :record AND (d.date IS NULL OR d.date <= :today)
    ORDER BY d.date IS NOT NULL DESC, d.date DESC, d.seq DESC
    LIMIT 1
  ) AS status,
  (SELECT coalesce(sum(c.amount), 0) FROM commitment AS c WHERE c.agreement = a.id AND c.organisation = :record) AS amount
FROM party AS p
JOIN agreement AS a ON a.id = p.agreement
ORDER BY a.start_date DESC, a.seq
