-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The events of which something lies in :from up to, but not including, :to; what they cost is not asked for here.
SELECT 'event' AS kind, e.id, e.code, e.starts, e.ends, coalesce(e.time_zone, '') AS time_zone, e.all_day, e.title_nl, e.title_en,
  e.mode, e.status, e.audience, e.axis, e.life_stage, e.location, e.online, e.sponsored, e.capacity,
  (SELECT l.name_nl FROM life_stage AS l WHERE l.code = e.life_stage ORDER BY l.position, l.seq LIMIT 1) AS stage_nl,
  (SELECT l.name_en FROM life_stage AS l WHERE l.code = e.life_stage ORDER BY l.position, l.seq LIMIT 1) AS stage_en,
  t.signed_up, t.attended, t.waiting
FROM event AS e
JOIN event_total AS t ON t.event = e.id
WHERE e.starts < :to AND coalesce(e.ends, e.starts || '~') > :from AND e.template IS NOT 1
ORDER BY e.starts, coalesce(e.ends, ''), e.seq
