-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(e.mode, 'own') AS part, coalesce(sum(t.attended), 0) AS amount, count(*) AS events, coalesce(sum(t.signed_up), 0) AS signed_up
FROM event AS e
JOIN event_total AS t ON t.event = e.id
WHERE e.status = 'held' AND e.mode IS NOT 'announced' AND e.template IS NOT 1
  AND e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year)
GROUP BY coalesce(e.mode, 'own')
ORDER BY 1
