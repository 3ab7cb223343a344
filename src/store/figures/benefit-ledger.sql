-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the partners of the year were promised: what is overdue first, then what is to come, then what was delivered.
SELECT 'exposure' AS kind, x.id, x.due AS date, coalesce(o.name_nl, o.name_en, p.organisation) AS label,
  coalesce(o.name_en, o.name_nl, p.organisation) AS label_en, p.id AS package, coalesce(x.title_nl, x.title_en) AS title,
  coalesce(x.title_en, x.title_nl) AS title_en, coalesce(c.name_nl, c.name_en) AS channel, coalesce(c.name_en, c.name_nl) AS channel_en,
  x.planned_on, x.delivered_on, coalesce(x.item, e.title_nl, e.title_en, w.title_nl, w.title_en, n.title_nl, n.title_en, x.link) AS proof, x.item, x.event,
  x.publication, x.news_item,
  CASE
    WHEN x.delivered_on IS NOT NULL THEN 'delivered'
    WHEN x.due < :today THEN 'overdue'
    WHEN x.planned_on IS NOT NULL THEN 'planned'
    ELSE 'promised'
  END AS state
FROM partner_package AS p
JOIN exposure AS x ON x.package = p.id
LEFT JOIN organisation AS o ON o.id = p.organisation
LEFT JOIN channel AS c ON c.id = x.channel
LEFT JOIN event AS e ON e.id = x.event
LEFT JOIN event_publication AS u ON u.id = x.publication
LEFT JOIN event AS w ON w.id = u.event
LEFT JOIN news_item AS n ON n.id = x.news_item
WHERE p.year = :year
ORDER BY CASE WHEN x.delivered_on IS NOT NULL THEN 3 WHEN x.due < :today THEN 1 ELSE 2 END, x.due, label COLLATE NOCASE, x.seq
