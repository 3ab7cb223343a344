-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Letters speak the language of who gets them; a benefit that was given points at the publication in which it can be seen.

ALTER TABLE organisation ADD COLUMN language TEXT;

ALTER TABLE exposure ADD COLUMN publication TEXT REFERENCES event_publication (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX exposure_publication ON exposure (publication);
