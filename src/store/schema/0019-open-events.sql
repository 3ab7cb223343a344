-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The overview asks for two sorts of events that somebody should look at: those that are still planned, and those that were held
-- without a number of people. They are few among many; both are found without a look at the rest.

CREATE INDEX event_planned ON event (starts) WHERE status = 'planned';
CREATE INDEX event_uncounted ON event (starts) WHERE status = 'held' AND attended IS NULL;
