-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(sum(coalesce(amended, budget)), 0) AS amount
FROM budget_line
WHERE year = :year AND line = 'B03'
