-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- In a centre that is shared the numbers of a series are given at one desk.

ALTER TABLE invoice_series ADD COLUMN desk TEXT;
ALTER TABLE invoice_series ADD COLUMN hand_overs INTEGER;
ALTER TABLE invoice_series ADD COLUMN last_number TEXT;
ALTER TABLE invoice_series ADD COLUMN asked_by TEXT;
