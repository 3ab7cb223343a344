-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The commitments of the year, with what has been paid of each.
SELECT 'commitment' AS kind, c.id, c.start_date AS date, c.end_date, coalesce(o.name_nl, o.name_en, c.organisation) AS label,
  coalesce(o.name_en, o.name_nl, c.organisation) AS label_en, c.organisation, c.basis, c.condition, c.amount, c.hours,
  (SELECT coalesce(sum(i.paid), 0) FROM instalment_account AS i WHERE i.commitment = c.id) AS paid
FROM commitment AS c
LEFT JOIN organisation AS o ON o.id = c.organisation
WHERE c.year = :year
ORDER BY c.basis IS NOT 'inhabitants', c.basis, o.kind IS NOT 'municipality', c.organisation, c.start_date, c.seq
