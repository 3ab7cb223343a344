-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The rules that hold in the year, each with its agreement and, where it is for one party, that one.
SELECT 'contribution_rule' AS kind, n.id, n.start_date AS date, coalesce(a.title_nl, a.title_en) AS label, coalesce(a.title_en, a.title_nl) AS label_en,
  n.agreement, n.organisation, coalesce(o.name_nl, o.name_en) AS party, coalesce(o.name_en, o.name_nl) AS party_en,
  coalesce(n.end_date, a.end_date) AS end_date, n.method, n.total, n.rate, n.fixed, n.share, n.index_name, n.base_year
FROM contribution_rule AS n
JOIN agreement AS a ON a.id = n.agreement
LEFT JOIN organisation AS o ON o.id = n.organisation
WHERE substr(n.start_date, 1, 4) <= printf('%04d', :year) AND substr(coalesce(a.start_date, '0000'), 1, 4) <= printf('%04d', :year)
  AND substr(coalesce(n.end_date, '9999'), 1, 4) >= printf('%04d', :year) AND substr(coalesce(a.end_date, '9999'), 1, 4) >= printf('%04d', :year)
ORDER BY a.start_date, n.agreement, n.organisation IS NOT NULL, n.start_date, n.seq
