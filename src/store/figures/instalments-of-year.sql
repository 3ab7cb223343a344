-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'instalment' AS kind, i.id, i.due_date AS date, coalesce(o.name_nl, o.name_en, i.organisation) AS label,
  i.organisation, i.commitment, c.agreement, c.start_date, c.end_date, i.number, i.amount, i.invoice, v.number AS invoice_number,
  coalesce(v.status, i.status) AS status, i.paid_on,
  CASE WHEN i.paid_on IS NULL AND coalesce(i.status, '') NOT IN ('paid', 'credited', 'written_off') THEN i.amount ELSE 0 END AS open,
  i.paid_on IS NULL AND coalesce(i.status, '') NOT IN ('paid', 'credited', 'written_off') AND i.due_date < :today AS late
FROM commitment AS c
JOIN instalment AS i ON i.commitment = c.id
LEFT JOIN invoice AS v ON v.id = i.invoice
LEFT JOIN organisation AS o ON o.id = i.organisation
WHERE c.year = :year AND (:record IS NULL OR i.organisation = :record OR c.agreement = :record OR c.id = :record)
ORDER BY i.due_date, label, i.number, i.seq
