-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Where a partner may have been shown: the events of the year of a promised benefit, the messages about them and all other
-- news, the nearest to its day first.
WITH promised AS (
  SELECT p.year, coalesce(x.planned_on, x.due) AS day
  FROM exposure AS x
  JOIN partner_package AS p ON p.id = x.package
  WHERE x.id = :record
),
proof AS (
  SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10) AS date, coalesce(e.title_nl, e.title_en) AS label, coalesce(e.title_en, e.title_nl) AS label_en,
    NULL AS channel, NULL AS channel_en
  FROM event AS e, promised AS m
  WHERE e.starts >= printf('%04d', m.year) AND e.starts < printf('%04d', m.year + 1) AND e.status IS NOT 'cancelled'
  UNION ALL
  SELECT 'event_publication', u.id, coalesce(u.done_on, u.due), coalesce(e.title_nl, e.title_en), coalesce(e.title_en, e.title_nl),
    coalesce(c.name_nl, c.name_en), coalesce(c.name_en, c.name_nl)
  FROM event_publication AS u
  JOIN event AS e ON e.id = u.event
  JOIN channel AS c ON c.id = u.channel
  JOIN promised AS m ON u.due >= printf('%04d', m.year) AND u.due < printf('%04d', m.year + 1)
  UNION ALL
  SELECT 'news_item', n.id, n.date, coalesce(n.title_nl, n.title_en), coalesce(n.title_en, n.title_nl),
    coalesce(c.name_nl, c.name_en), coalesce(c.name_en, c.name_nl)
  FROM news_item AS n
  JOIN channel AS c ON c.id = n.channel
  JOIN promised AS m ON n.date >= printf('%04d', m.year) AND n.date < printf('%04d', m.year + 1)
)
SELECT f.*
FROM proof AS f, promised AS m
ORDER BY abs(julianday(f.date) - julianday(m.day)), f.date, f.kind, f.id
LIMIT 100
