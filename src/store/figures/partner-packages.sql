-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT 'partner_package' AS kind, id, printf('%04d', year) AS date, package AS label, price AS amount
FROM partner_package
WHERE organisation = :record
ORDER BY year DESC, seq
