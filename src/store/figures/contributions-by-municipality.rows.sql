-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT o.id AS part, 'commitment' AS kind, c.id, c.start_date AS date, coalesce(o.name_nl, o.name_en, o.id) AS label, coalesce(o.name_en, o.name_nl, o.id) AS label_en, c.amount
FROM commitment AS c
JOIN organisation AS o ON o.id = c.organisation
  AND (o.kind = 'municipality' OR EXISTS (SELECT 1 FROM organisation AS m WHERE m.contributes_through = o.id))
WHERE c.year = :year
ORDER BY c.start_date, c.seq
