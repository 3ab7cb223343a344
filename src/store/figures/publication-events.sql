-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The next one first, then those after it; what is over stands last, the latest first.
SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en, e.id) AS label,
  coalesce(e.title_en, e.title_nl, e.id) AS label_en
FROM event AS e
WHERE e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year) AND e.template IS NOT 1 AND e.status IS NOT 'cancelled'
ORDER BY e.starts < :today, abs(julianday(substr(e.starts, 1, 10)) - julianday(:today)), e.seq
