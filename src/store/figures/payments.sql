-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The payments dated in the year, the last one first: what was booked, and the bank lines that nothing was booked for.
SELECT m.kind, m.id, m.date, coalesce(o.name_nl, o.name_en, m.payer_name, m.id) AS label, coalesce(o.name_en, o.name_nl, m.payer_name, m.id) AS label_en,
  CASE WHEN m.credited IS NOT m.payer THEN coalesce(c.name_nl, c.name_en) END AS behalf,
  CASE WHEN m.credited IS NOT m.payer THEN coalesce(c.name_en, c.name_nl) END AS behalf_en,
  m.what, m.amount, m.reference, m.text, m.amount - m.put AS free
FROM money_received AS m
LEFT JOIN organisation AS o ON o.id = m.payer
LEFT JOIN organisation AS c ON c.id = m.credited
WHERE m.date BETWEEN printf('%04d-01-01', :year) AND printf('%04d-12-31', :year)
ORDER BY m.date DESC, m.kind, m.seq DESC
