-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What programmes cost and from when to when; the price of the programme itself last, for days that no other covers.
SELECT 'programme_price' AS kind, r.id, r.programme, r.valid_from AS date, coalesce(p.name_nl, p.name_en) AS label, coalesce(p.name_en, p.name_nl) AS label_en, r.valid_to, r.price AS amount, coalesce(r.cost, p.cost) AS cost, p.minutes, p.unit
FROM programme_price AS r
JOIN programme AS p ON p.id = r.programme
UNION ALL
SELECT 'programme', p.id, p.id, NULL, coalesce(p.name_nl, p.name_en), coalesce(p.name_en, p.name_nl), NULL, p.price, p.cost, p.minutes, p.unit
FROM programme AS p
ORDER BY 3, 4 DESC NULLS LAST
