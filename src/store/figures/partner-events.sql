-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Events name their partners in a list of their own, or by code with a semicolon between them.
SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label,
  coalesce(e.title_en, e.title_nl, e.id) AS label_en, e.status, t.attended AS amount
FROM organisation AS o
JOIN event AS e ON e.template IS NOT 1
  AND (instr(';' || replace(e.partners, ' ', '') || ';', ';' || o.code || ';') > 0
    OR e.id IN (SELECT p.event FROM event_partner AS p WHERE p.organisation = o.id))
JOIN event_total AS t ON t.event = e.id
WHERE o.id = :record
ORDER BY e.starts DESC, e.seq
