-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- All decisions about an agreement, party by party, in the order in which they were entered.
SELECT id, organisation, status, date, body, document, attachment, expected, note
FROM agreement_decision
WHERE agreement = :record
ORDER BY organisation, seq
