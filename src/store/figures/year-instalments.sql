-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The instalments of the commitments of the year: what is overdue first, then what is open, then what is settled.
SELECT 'instalment' AS kind, i.id, i.due_date AS date, coalesce(o.name_nl, o.name_en, i.organisation) AS label,
  coalesce(o.name_en, o.name_nl, i.organisation) AS label_en, i.number, i.amount, i.organisation, i.invoice AS invoice_id,
  v.number AS invoice, i.reference, i.rf_reference, i.paid_on,
  CASE
    WHEN i.paid_on IS NOT NULL OR i.status = 'paid' THEN 'paid'
    WHEN i.status IN ('credited', 'written_off') THEN i.status
    WHEN i.due_date < :today THEN 'overdue'
    WHEN i.status = 'partly_paid' THEN 'partly_paid'
    WHEN v.id IS NOT NULL AND v.status IS NOT 'draft' THEN 'sent'
    ELSE 'draft'
  END AS state
FROM commitment AS c
JOIN instalment AS i ON i.commitment = c.id
LEFT JOIN organisation AS o ON o.id = i.organisation
LEFT JOIN invoice AS v ON v.id = i.invoice
WHERE c.year = :year
ORDER BY
  CASE
    WHEN i.paid_on IS NOT NULL OR i.status IN ('paid', 'credited', 'written_off') THEN 3
    WHEN i.due_date < :today THEN 1
    ELSE 2
  END,
  i.due_date, i.seq
