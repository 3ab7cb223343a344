-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Reminders before the dates of an agreement, and the day on which a party is expected to decide.
ALTER TABLE agreement ADD COLUMN reminder_days TEXT;
ALTER TABLE agreement_decision ADD COLUMN expected TEXT;

-- What came in for each instalment, once: what was booked on its invoice or, where nothing was booked, what a file from
-- elsewhere says of it. Of an invoice for several instalments the earliest are paid first, VAT in proportion. Payments count
-- whenever they were made.
CREATE VIEW instalment_account AS
SELECT i.seq, i.id, i.commitment, i.organisation, i.number, i.due_date, i.amount, i.status, i.invoice,
  v.id IS NOT NULL AND v.status IS NOT 'draft' AS invoiced,
  CASE
    WHEN NOT EXISTS (
      SELECT 1 FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = i.invoice AND p.kind <> 'write_off'
    ) THEN CASE WHEN i.paid_on IS NOT NULL THEN i.amount ELSE 0 END
    ELSE max(0, min(i.amount,
      coalesce((
        coalesce((SELECT sum(s.amount) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = i.invoice AND p.kind <> 'write_off'), 0) +
        CASE
          WHEN v.paid_on IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = i.invoice AND p.kind = 'receipt'
          ) THEN v.total
          ELSE 0
        END) * v.net / nullif(v.total, 0), 0) -
      coalesce((
        SELECT sum(e.amount) FROM instalment AS e
        WHERE e.invoice = i.invoice AND (e.due_date < i.due_date OR (e.due_date = i.due_date AND e.seq < i.seq))
      ), 0)))
  END AS paid,
  coalesce(i.paid_on, (
    SELECT max(p.date) FROM settlement AS s JOIN payment AS p ON p.id = s.payment WHERE s.invoice = i.invoice AND p.kind = 'receipt'
  )) AS paid_on
FROM instalment AS i
LEFT JOIN invoice AS v ON v.id = i.invoice;
