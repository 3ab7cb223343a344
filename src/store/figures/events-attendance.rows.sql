-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(e.mode, 'own') AS part, 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label,
  coalesce(e.title_en, e.title_nl, e.id) AS label_en,
  t.attended AS amount, t.signed_up
FROM event AS e
JOIN event_total AS t ON t.event = e.id
WHERE e.status = 'held' AND e.mode IS NOT 'announced' AND e.template IS NOT 1
  AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
ORDER BY e.starts, e.seq
