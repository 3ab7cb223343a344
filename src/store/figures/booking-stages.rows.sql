-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT s.stage AS part, 'booking' AS kind, b.id, b.date, coalesce(o.name_nl, o.name_en, b.organisation) AS label, coalesce(o.name_en, o.name_nl, b.organisation) AS label_en, b.net AS amount
FROM booking_stage AS s
JOIN booking AS b ON b.seq = s.seq
LEFT JOIN organisation AS o ON o.id = b.organisation
WHERE s.stage NOT IN ('paid', 'cancelled') OR b.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
ORDER BY b.date, b.seq
