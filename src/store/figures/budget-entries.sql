-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'budget_entry' AS kind, e.id, e.budget_line AS line, e.date, e.description AS label, e.status, e.amount
FROM budget_line AS b
JOIN budget_entry AS e ON e.budget_line = b.id
WHERE b.year = :year
ORDER BY e.date DESC, e.seq DESC
