-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(sum(amount), 0) AS amount
FROM commitment
WHERE year = :year
