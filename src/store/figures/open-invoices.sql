-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is not settled today: open, or paid too much. Payments that were put to an invoice count; where there are none, the
-- bank lines that name what it was for, its reference or, when money went back, its number; where there are none either,
-- the date on which the invoice says that it was paid.
WITH sent AS (
  SELECT id, seq, number, origin, organisation, date, due_date, total, reference, paid_on
  FROM invoice
  WHERE total > 0 AND status IS NOT 'draft' AND coalesce(sent_on, date) <= :today
),
settled AS (
  SELECT s.invoice, p.kind, p.date, s.amount
  FROM settlement AS s
  JOIN payment AS p ON p.id = s.payment
  WHERE p.date <= :today
),
banked (invoice, amount) AS (
  SELECT v.id, b.amount FROM sent AS v JOIN bank_line AS b ON b.matched_to = v.origin WHERE b.booking_date <= :today
  UNION ALL
  SELECT v.id, b.amount
  FROM sent AS v
  JOIN bank_line AS b ON b.reference = v.reference
  WHERE b.matched_to IS NULL AND b.booking_date <= :today
  UNION ALL
  SELECT v.id, b.amount
  FROM bank_line AS b
  JOIN sent AS v ON b.description LIKE '% ' || v.number
  WHERE b.kind = 'refund' AND b.matched_to IS NULL AND b.reference IS NULL AND b.booking_date <= :today
),
by_payment (invoice, received, written_off) AS (
  SELECT invoice, sum(CASE WHEN kind <> 'write_off' THEN amount ELSE 0 END), sum(CASE WHEN kind = 'write_off' THEN amount ELSE 0 END)
  FROM settled
  GROUP BY invoice
),
by_bank (invoice, received) AS (
  SELECT invoice, sum(amount) FROM banked GROUP BY invoice
),
credit (invoice, amount) AS (
  SELECT credits, -sum(total) FROM invoice WHERE credits IS NOT NULL AND status IS NOT 'draft' AND date <= :today GROUP BY credits
),
letters (invoice, level, date) AS (
  SELECT invoice, max(level), max(date) FROM reminder WHERE date <= :today GROUP BY invoice
),
account AS (
  SELECT v.*, coalesce(c.amount, 0) AS credited, coalesce(p.written_off, 0) AS written_off,
    CASE
      WHEN EXISTS (SELECT 1 FROM settled AS s WHERE s.invoice = v.id AND s.kind = 'receipt') THEN p.received
      WHEN b.invoice IS NOT NULL THEN b.received + coalesce(p.received, 0)
      WHEN v.paid_on <= :today THEN v.total + coalesce(p.received, 0)
      ELSE coalesce(p.received, 0)
    END AS received
  FROM sent AS v
  LEFT JOIN by_payment AS p ON p.invoice = v.id
  LEFT JOIN by_bank AS b ON b.invoice = v.id
  LEFT JOIN credit AS c ON c.invoice = v.id
)
SELECT 'invoice' AS kind, a.id, a.due_date AS date, a.number AS label, a.organisation, o.name_nl, o.name_en, a.total, a.received,
  a.credited, a.written_off, a.total - a.credited - a.written_off - a.received AS amount,
  max(0, a.total - a.credited - a.written_off - a.received) AS open, max(0, a.received + a.credited + a.written_off - a.total) AS over,
  max(0, CAST(julianday(:today) - julianday(a.due_date) AS INTEGER)) AS days_late, coalesce(l.level, 0) AS level, l.date AS reminded_on
FROM account AS a
LEFT JOIN letters AS l ON l.invoice = a.id
LEFT JOIN organisation AS o ON o.id = a.organisation
WHERE a.total - a.credited - a.written_off <> a.received AND (:record IS NULL OR a.organisation = :record)
ORDER BY a.due_date, a.seq
