-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(p.on_behalf_of, p.organisation) AS part, 'payment' AS kind, p.id, p.date, coalesce(o.name_nl, o.name_en, o.id) AS label, p.amount
FROM payment AS p
LEFT JOIN organisation AS o ON o.id = p.organisation
WHERE p.kind <> 'write_off' AND p.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
ORDER BY p.date, p.seq
