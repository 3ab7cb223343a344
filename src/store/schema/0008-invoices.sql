-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is open is looked for by what is not paid, and money that came in by whose account it came from.
CREATE INDEX invoice_unpaid ON invoice (due_date) WHERE paid_on IS NULL;
CREATE INDEX invoice_reference ON invoice (reference);
CREATE INDEX bank_line_refund ON bank_line (booking_date) WHERE kind = 'refund';
CREATE INDEX organisation_iban ON organisation (iban) WHERE iban IS NOT NULL;
CREATE INDEX organisation_name_nl ON organisation (name_nl);

-- What became of each invoice. Payments that were put to it count; where there are none, the bank lines that name what it
-- was for, its reference or, when money went back, its number; where there are none either, the date on which the invoice
-- says that it was paid. All that is known counts, whenever it happened.
CREATE VIEW invoice_account AS
SELECT b.seq, b.id, b.total, b.written_off, b.credited,
  CASE
    WHEN b.n_receipts > 0 THEN b.booked
    WHEN b.banked IS NOT NULL THEN b.banked + b.booked
    WHEN b.paid_on IS NOT NULL THEN b.total + b.booked
    ELSE b.booked
  END AS received,
  CASE WHEN b.n_receipts > 0 THEN b.n_whole ELSE b.n_banked END AS n_whole
FROM (
  SELECT v.seq, v.id, v.total, v.paid_on,
    coalesce((SELECT sum(s.amount) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = v.id AND p.kind <> 'write_off'), 0) AS booked,
    coalesce((SELECT sum(s.amount) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = v.id AND p.kind = 'write_off'), 0) AS written_off,
    (SELECT count(*) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = v.id AND p.kind = 'receipt') AS n_receipts,
    (SELECT count(*) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = v.id AND p.kind = 'receipt' AND s.amount >= v.total) AS n_whole,
    (SELECT sum(amount) FROM (
      SELECT k.amount FROM bank_line AS k WHERE k.matched_to = v.origin
      UNION ALL
      SELECT k.amount FROM bank_line AS k WHERE k.reference = v.reference AND k.matched_to IS NULL
      UNION ALL
      SELECT k.amount
      FROM bank_line AS k
      WHERE k.kind = 'refund' AND k.matched_to IS NULL AND k.reference IS NULL AND k.description LIKE '% ' || v.number
    )) AS banked,
    (SELECT count(*) FROM bank_line AS k WHERE (k.matched_to = v.origin OR (k.reference = v.reference AND k.matched_to IS NULL)) AND k.amount >= v.total) AS n_banked,
    coalesce((SELECT -sum(c.total) FROM invoice AS c WHERE c.credits = v.id AND c.status IS NOT 'draft'), 0) AS credited
  FROM invoice AS v
) AS b;

-- The money that partners and customers paid and were paid back: what was booked, and the bank lines that nothing was booked
-- for yet. Credited is on whose behalf it was paid or, of a bank line, whose invoice it names; else who paid.
CREATE VIEW money_received AS
SELECT 'payment' AS kind, p.seq, p.id, p.date, p.kind AS what, p.amount, p.organisation AS payer, NULL AS payer_name,
  coalesce(p.on_behalf_of, p.organisation) AS credited, p.reference, p.note AS text,
  (SELECT coalesce(sum(s.amount), 0) FROM settlement AS s WHERE s.payment = p.id) AS put
FROM payment AS p
WHERE p.kind <> 'write_off'
UNION ALL
SELECT 'bank_line', l.seq, l.id, l.date, l.what, l.amount, l.payer, l.payer_name, coalesce(l.owner, l.payer), l.reference, l.text,
  CASE WHEN l.owner IS NOT NULL OR l.matched_to IS NOT NULL OR l.what = 'refund' THEN l.amount ELSE 0 END
FROM (
  SELECT b.seq, b.id, b.booking_date AS date, b.amount, b.counterparty AS payer_name, b.reference, b.description AS text, b.matched_to,
    CASE WHEN b.kind = 'refund' OR b.amount < 0 THEN 'refund' WHEN b.kind = 'duplicate' THEN 'duplicate' ELSE 'receipt' END AS what,
    coalesce((SELECT o.id FROM organisation AS o WHERE o.iban = b.counter_account),
      (SELECT o.id FROM organisation AS o WHERE o.name_nl = b.counterparty)) AS payer,
    coalesce((SELECT v.organisation FROM invoice AS v WHERE v.origin = b.matched_to), (SELECT v.organisation FROM invoice AS v WHERE v.reference = b.reference)) AS owner
  FROM bank_line AS b
  WHERE b.kind IS NOT 'cost' AND NOT EXISTS (SELECT 1 FROM payment AS p WHERE p.bank_line = b.id)
) AS l;
