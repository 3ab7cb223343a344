-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'commitment' AS kind, c.id, c.start_date AS date, coalesce(o.name_nl, o.name_en, c.organisation) AS label, coalesce(o.name_en, o.name_nl, c.organisation) AS label_en, c.amount
FROM commitment AS c
LEFT JOIN organisation AS o ON o.id = c.organisation
WHERE c.year = :year
ORDER BY c.start_date, c.seq
