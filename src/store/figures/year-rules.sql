-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The rules that hold in the year, each with its agreement and, where it is for one party, that one.
SELECT 'contribution_rule' AS kind, r.id, r.start_date AS date, coalesce(a.title_nl, a.title_en) AS label, coalesce(a.title_en, a.title_nl) AS label_en,
  r.agreement, r.organisation, coalesce(o.name_nl, o.name_en) AS party, coalesce(o.name_en, o.name_nl) AS party_en,
  coalesce(r.end_date, a.end_date) AS end_date, r.method, r.total, r.rate, r.fixed, r.share, r.index_name, r.base_year
FROM contribution_rule AS r
JOIN agreement AS a ON a.id = r.agreement
LEFT JOIN organisation AS o ON o.id = r.organisation
WHERE substr(r.start_date, 1, 4) <= printf('%04d', :year) AND substr(coalesce(a.start_date, '0000'), 1, 4) <= printf('%04d', :year)
  AND substr(coalesce(r.end_date, '9999'), 1, 4) >= printf('%04d', :year) AND substr(coalesce(a.end_date, '9999'), 1, 4) >= printf('%04d', :year)
ORDER BY a.start_date, r.agreement, r.organisation IS NOT NULL, r.start_date, r.seq
