-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whom and what a booking can be for, by each of its names.
SELECT 'organisation' AS kind, id, name_nl AS label, 'nl' AS language FROM organisation WHERE name_nl IS NOT NULL
UNION ALL
SELECT 'organisation', id, name_en, 'en' FROM organisation WHERE name_en IS NOT NULL
UNION ALL
SELECT 'programme', id, name_nl, 'nl' FROM programme WHERE name_nl IS NOT NULL
UNION ALL
SELECT 'programme', id, name_en, 'en' FROM programme WHERE name_en IS NOT NULL
