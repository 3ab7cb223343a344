-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Where the events that begin in the year are published.
SELECT p.event, p.channel, p.id, p.due, p.done_on, p.link
FROM event AS e
JOIN event_publication AS p ON p.event = e.id
WHERE e.starts BETWEEN printf('%04d', :year) AND printf('%04d~', :year) AND e.template IS NOT 1
ORDER BY e.starts, e.seq, p.seq
