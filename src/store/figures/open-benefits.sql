-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What partners are still to be given of the packages of the year of an event, what is due first first.
SELECT 'exposure' AS kind, x.id, x.due AS date, coalesce(o.name_nl, o.name_en) AS label, coalesce(o.name_en, o.name_nl) AS label_en,
  coalesce(x.title_nl, x.title_en) AS title, coalesce(x.title_en, x.title_nl) AS title_en
FROM exposure AS x
JOIN partner_package AS p ON p.id = x.package
JOIN organisation AS o ON o.id = p.organisation
WHERE p.year = (SELECT CAST(substr(e.starts, 1, 4) AS INTEGER) FROM event AS e WHERE e.id = :record) AND x.delivered_on IS NULL
ORDER BY x.due, label COLLATE NOCASE, x.seq
