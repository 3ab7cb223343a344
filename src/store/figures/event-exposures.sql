-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The partners that were shown at the event, or in a message about it.
SELECT 'exposure' AS kind, x.id, x.delivered_on AS date, coalesce(o.name_nl, o.name_en) AS label, coalesce(o.name_en, o.name_nl) AS label_en,
  o.id AS organisation, coalesce(x.title_nl, x.title_en) AS title, coalesce(x.title_en, x.title_nl) AS title_en, x.item,
  coalesce(c.name_nl, c.name_en) AS channel, coalesce(c.name_en, c.name_nl) AS channel_en
FROM exposure AS x
JOIN partner_package AS p ON p.id = x.package
JOIN organisation AS o ON o.id = p.organisation
LEFT JOIN event_publication AS u ON u.id = x.publication
LEFT JOIN channel AS c ON c.id = u.channel
WHERE x.event = :record OR u.event = :record
ORDER BY x.delivered_on, label COLLATE NOCASE, x.seq
