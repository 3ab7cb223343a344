-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What happened to the invoice, in the order in which it happened.
WITH event (place, what, kind, id, date, name, name_en, amount, level) AS (
  SELECT 1, 'sent', 'invoice', v.id, coalesce(v.sent_on, v.date), v.number, v.number, v.total, NULL
  FROM invoice AS v
  WHERE v.id = :record AND v.status IS NOT 'draft'
  UNION ALL
  SELECT 2, p.kind, 'payment', p.id, p.date, coalesce(o.name_nl, o.name_en), coalesce(o.name_en, o.name_nl), s.amount, NULL
  FROM settlement AS s
  JOIN payment AS p ON p.id = s.payment
  LEFT JOIN organisation AS o ON o.id = p.organisation
  WHERE s.invoice = :record
  UNION ALL
  SELECT 2, CASE WHEN b.amount < 0 THEN 'bank_out' ELSE 'bank_in' END, 'bank_line', b.id, b.booking_date, b.counterparty, b.counterparty, b.amount, NULL
  FROM invoice AS v
  JOIN bank_line AS b ON b.matched_to = v.origin OR (b.reference = v.reference AND b.matched_to IS NULL)
    OR (b.kind = 'refund' AND b.matched_to IS NULL AND b.reference IS NULL AND b.description LIKE '% ' || v.number)
  WHERE v.id = :record
    AND NOT EXISTS (SELECT 1 FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = v.id AND p.kind = 'receipt')
  UNION ALL
  SELECT 3, 'credit_note', 'invoice', c.id, c.date, c.number, c.number, c.total, NULL
  FROM invoice AS c
  WHERE c.credits = :record AND c.status IS NOT 'draft'
  UNION ALL
  SELECT 4, 'reminder', 'reminder', r.id, r.date, NULL, NULL, NULL, r.level
  FROM reminder AS r
  WHERE r.invoice = :record
)
SELECT what, kind, id, date, coalesce(name, '') AS label, coalesce(name_en, '') AS label_en, amount, level
FROM event
ORDER BY date, place, id
