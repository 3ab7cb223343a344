-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Other editions of the series of an event, the latest first.
SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label,
  coalesce(e.title_en, e.title_nl, e.id) AS label_en, e.status,
  t.signed_up, t.attended, t.cost
FROM event AS o
JOIN event AS e ON e.series = o.series AND e.id <> o.id AND e.template IS NOT 1
JOIN event_total AS t ON t.event = e.id
WHERE o.id = :record
ORDER BY e.starts DESC, e.seq
