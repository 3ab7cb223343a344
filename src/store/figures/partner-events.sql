-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Events name their partners by code, with a semicolon between them.
SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label, e.status, e.attended AS amount
FROM organisation AS o
JOIN event AS e ON instr(';' || replace(e.partners, ' ', '') || ';', ';' || o.code || ';') > 0
WHERE o.id = :record
ORDER BY e.starts DESC, e.seq
