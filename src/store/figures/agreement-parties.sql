-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Who decided about an agreement, contributes to it or, where it requires the parties of its predecessor, signed that one; with
-- what it owes for the year. "overdue" is what is open of instalments past their due date; "has_text" says that the agreement
-- names its signed text.
WITH party (organisation, required) AS (
  SELECT organisation, max(required)
  FROM (
    SELECT organisation, 0 AS required FROM agreement_decision WHERE agreement = :record
    UNION ALL
    SELECT organisation, 0 FROM commitment WHERE agreement = :record
    UNION ALL
    SELECT d.organisation, 1
    FROM agreement AS a
    JOIN agreement_decision AS d ON d.agreement = a.extends AND d.status = 'signed'
    WHERE a.id = :record AND a.requires_all = 1
  )
  GROUP BY organisation
),
due (organisation, amount, hours) AS (
  SELECT organisation, sum(amount), sum(hours) FROM commitment WHERE agreement = :record AND year = :year GROUP BY organisation
),
-- Each column of the view is worked out once.
account AS MATERIALIZED (
  SELECT c.organisation, i.due_date, i.amount, i.status, i.invoiced, i.paid
  FROM commitment AS c
  JOIN instalment_account AS i ON i.commitment = c.id
  WHERE c.agreement = :record AND c.year = :year
),
paid (organisation, invoiced, paid, overdue) AS (
  SELECT organisation,
    sum(CASE WHEN invoiced THEN amount ELSE 0 END),
    sum(paid),
    sum(CASE WHEN due_date < :today AND coalesce(status, 'sent') NOT IN ('paid', 'credited', 'written_off') THEN max(0, amount - paid) ELSE 0 END)
  FROM account
  GROUP BY organisation
)
SELECT 'organisation' AS kind, p.organisation AS id, coalesce(o.name_nl, o.name_en, p.organisation) AS label, coalesce(o.name_en, o.name_nl, p.organisation) AS label_en,
  o.kind AS sort, p.required, coalesce(d.amount, 0) AS amount, coalesce(d.hours, 0) AS hours, coalesce(m.invoiced, 0) AS invoiced, coalesce(m.paid, 0) AS paid,
  coalesce(m.overdue, 0) AS overdue, (SELECT a.document IS NOT NULL FROM agreement AS a WHERE a.id = :record) AS has_text
FROM party AS p
LEFT JOIN organisation AS o ON o.id = p.organisation
LEFT JOIN due AS d ON d.organisation = p.organisation
LEFT JOIN paid AS m ON m.organisation = p.organisation
ORDER BY o.kind IS NOT 'municipality', coalesce(d.amount, 0) DESC, o.seq
