-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A bank gives the same number to lines of two years, of two accounts, or of one transaction: what it names is a line of a day and
-- an amount. Lines without an account are told apart by the rest.

DROP INDEX bank_line_code_key;
CREATE UNIQUE INDEX bank_line_code_key ON bank_line (code, booking_date, amount, account) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX bank_line_code_key_alone ON bank_line (code, booking_date, amount) WHERE code IS NOT NULL AND account IS NULL;
