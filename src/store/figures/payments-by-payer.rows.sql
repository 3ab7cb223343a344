-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(m.payer, m.payer_name, m.id) AS part, m.kind, m.id, m.date, coalesce(o.name_nl, o.name_en, m.payer_name, m.id) AS label, coalesce(o.name_en, o.name_nl, m.payer_name, m.id) AS label_en, m.amount
FROM money_received AS m
LEFT JOIN organisation AS o ON o.id = m.payer
WHERE m.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
ORDER BY m.date, m.kind, m.seq
