-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The channels that events are published in: those with a lead time, and those that were used for an event all the same.
SELECT 'channel' AS kind, c.id, c.name_nl, c.name_en, c.lead_days
FROM channel AS c
WHERE c.lead_days IS NOT NULL OR EXISTS (SELECT 1 FROM event_publication AS p WHERE p.channel = c.id)
ORDER BY c.lead_days IS NULL, c.lead_days DESC, c.seq
