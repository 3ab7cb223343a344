-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT printf('%04d', c.year) AS part, 'commitment' AS kind, c.id, c.start_date AS date,
  coalesce(a.title_nl, a.title_en, c.agreement) AS label, coalesce(a.title_en, a.title_nl, c.agreement) AS label_en, c.amount
FROM commitment AS c
LEFT JOIN agreement AS a ON a.id = c.agreement
WHERE c.organisation = :record
ORDER BY c.start_date, c.seq
