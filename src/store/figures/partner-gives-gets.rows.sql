-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'contribution' AS part, 'commitment' AS kind, c.id, c.start_date AS date, coalesce(a.title_nl, a.title_en, a.id) AS label, coalesce(a.title_en, a.title_nl, a.id) AS label_en, c.amount
FROM commitment AS c
JOIN agreement AS a ON a.id = c.agreement
WHERE c.organisation = :record AND c.year = :year
UNION ALL
SELECT 'fee_revenue', 'registration_count', r.id, printf('%04d-%02d', r.month / 12, r.month % 12 + 1), r.target_group, r.target_group, r.paid_count * (
    SELECT f.amount
    FROM fee AS f
    WHERE f.service = 'registration' AND f.payer IN ('all', CASE r.target_group WHEN 'child' THEN 'child' ELSE 'adult' END)
      AND f.valid_from <= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
      AND coalesce(f.valid_to, '9999') >= printf('%04d-%02d-01', r.month / 12, r.month % 12 + 1)
    ORDER BY f.payer = 'all', f.valid_from DESC
    LIMIT 1
  )
FROM registration_count AS r
WHERE r.municipality = :record AND r.month BETWEEN :year * 12 AND :year * 12 + 11 AND r.paid_count > 0
UNION ALL
SELECT 'services', 'booking', id, date, coalesce(code, date), coalesce(code, date), net
FROM booking
WHERE organisation = :record AND status <> 'cancelled' AND date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
UNION ALL
SELECT 'services', 'partner_package', id, printf('%04d', year), package, package, price
FROM partner_package
WHERE organisation = :record AND year = :year
ORDER BY 4, 3
