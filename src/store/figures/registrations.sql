-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT coalesce(sum(count), 0) AS amount
FROM registration_summary
WHERE month BETWEEN :year * 12 AND :year * 12 + 11
