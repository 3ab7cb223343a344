-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- All fees, by service and group, the latest first.
SELECT 'fee' AS kind, id, service, payer, valid_from, valid_to, amount AS fee, decision
FROM fee
ORDER BY service <> 'registration', service, payer <> 'all', payer, valid_from DESC
