-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(sum(i.paid), 0) AS amount
FROM commitment AS c
JOIN instalment_account AS i ON i.commitment = c.id
WHERE c.year = :year
