-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The sessions of a booking in their order, each with what is left of its hours after it.
SELECT 'delivery_session' AS kind, d.id, d.date, coalesce(d.trainer, '') AS label, d.minutes AS amount, d.trainer, d.participants, d.note,
  b.minutes - sum(d.minutes) OVER (ORDER BY d.date, d.seq) AS left_after
FROM delivery_session AS d
JOIN booking AS b ON b.id = d.booking
WHERE d.booking = :record
ORDER BY d.date, d.seq
