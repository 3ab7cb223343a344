-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The parties of one agreement: that of :record, or the covenant that runs today. The codes of next_step are those of the
-- sentences that cvn_ladder_get_next_step() makes.
WITH chosen AS (
  SELECT id, end_date, notice_date
  FROM agreement
  WHERE id = :record OR (:record IS NULL AND kind = 'covenant')
  ORDER BY id IS :record DESC, (start_date <= :today AND coalesce(end_date, '9999') >= :today) DESC, start_date DESC
  LIMIT 1
),
party (organisation) AS (
  SELECT d.organisation FROM agreement_decision AS d JOIN chosen AS a ON a.id = d.agreement
  UNION
  SELECT c.organisation FROM commitment AS c JOIN chosen AS a ON a.id = c.agreement
),
ladder AS (
  SELECT d.organisation, d.id, d.status, d.date, d.body, coalesce(d.document, d.attachment) AS document,
    row_number() OVER (PARTITION BY d.organisation ORDER BY d.date IS NOT NULL DESC, d.date DESC, d.seq DESC) AS place
  FROM agreement_decision AS d
  JOIN chosen AS a ON a.id = d.agreement
  WHERE d.date IS NULL OR d.date <= :today
),
due (organisation, amount) AS (
  SELECT c.organisation, sum(c.amount)
  FROM commitment AS c
  JOIN chosen AS a ON a.id = c.agreement
  WHERE c.year = :year
  GROUP BY c.organisation
),
come (organisation, invoiced, paid) AS (
  SELECT c.organisation, sum(CASE WHEN v.status IS NOT 'draft' AND v.id IS NOT NULL THEN i.amount END),
    sum(CASE WHEN i.paid_on <= :today THEN i.amount END)
  FROM commitment AS c
  JOIN chosen AS a ON a.id = c.agreement
  JOIN instalment AS i ON i.commitment = c.id
  LEFT JOIN invoice AS v ON v.id = i.invoice
  WHERE c.year = :year
  GROUP BY c.organisation
)
SELECT p.organisation AS part, 'organisation' AS kind, p.organisation AS id, coalesce(o.name_nl, o.name_en, p.organisation) AS label,
  o.name_nl, o.name_en, a.id AS agreement, l.id AS decision, l.status, l.date, l.body, l.document,
  coalesce(d.amount, 0) AS amount, coalesce(c.invoiced, 0) AS invoiced, coalesce(c.paid, 0) AS paid,
  a.end_date, CAST(julianday(a.end_date) - julianday(:today) AS INTEGER) AS days_left,
  a.notice_date, CAST(julianday(a.notice_date) - julianday(:today) AS INTEGER) AS notice_days_left,
  coalesce(l.status IN ('approved', 'signed') AND l.document IS NULL, 0) AS missing_document,
  CASE WHEN coalesce(l.status, '') IN ('signed', 'ended') THEN 0 ELSE coalesce(d.amount, 0) END AS at_risk,
  CASE
    WHEN l.status IS NULL THEN 'invite'
    WHEN l.status = 'invited' THEN 'ask_pledge'
    WHEN l.status = 'being_decided' THEN 'ask_date'
    WHEN l.status = 'pledged' THEN 'ask_decision'
    WHEN l.status IN ('approved', 'signed') AND l.document IS NULL THEN 'add_document'
    WHEN l.status = 'approved' THEN 'sign'
    WHEN l.status = 'reconsidering' THEN 'talk'
    WHEN l.status IN ('declined', 'withdrawn') THEN 'find_cover'
  END AS next_step
FROM party AS p
CROSS JOIN chosen AS a
LEFT JOIN ladder AS l ON l.organisation = p.organisation AND l.place = 1
LEFT JOIN due AS d ON d.organisation = p.organisation
LEFT JOIN come AS c ON c.organisation = p.organisation
LEFT JOIN organisation AS o ON o.id = p.organisation
ORDER BY amount DESC, label, p.organisation
