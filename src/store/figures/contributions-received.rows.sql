-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'instalment' AS kind, i.id, i.paid_on AS date, coalesce(o.name_nl, o.name_en, i.organisation) AS label, coalesce(o.name_en, o.name_nl, i.organisation) AS label_en, i.paid AS amount
FROM commitment AS c
JOIN instalment_account AS i ON i.commitment = c.id
LEFT JOIN organisation AS o ON o.id = i.organisation
WHERE c.year = :year AND i.paid <> 0
ORDER BY i.paid_on, i.seq
