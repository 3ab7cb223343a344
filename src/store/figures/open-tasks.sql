-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What has to be done first stands first; what is done stands last.
SELECT 'task' AS kind, k.id, k.due AS date, k.title AS label, k.done_on, k.owner_role, k.event,
  coalesce(e.title_nl, e.title_en) AS event_nl, coalesce(e.title_en, e.title_nl) AS event_en
FROM task AS k
LEFT JOIN event AS e ON e.id = k.event
WHERE e.template IS NOT 1 AND (k.done_on IS NULL OR k.done_on > date(:today, '-30 days'))
ORDER BY k.done_on IS NOT NULL, k.due IS NULL, k.due, k.position, k.seq
