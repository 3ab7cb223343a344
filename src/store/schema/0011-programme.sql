-- SPDX-FileCopyrightText: 2026 The Convenant contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A programme of several projects: what each agreement, membership and indicator belongs to, and who contribute as one.
ALTER TABLE agreement ADD COLUMN project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE partner_package ADD COLUMN project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE indicator ADD COLUMN project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE organisation ADD COLUMN contributes_through TEXT REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX agreement_project ON agreement (project);
CREATE INDEX partner_package_project ON partner_package (project);
CREATE INDEX indicator_project ON indicator (project);
CREATE INDEX organisation_contributes_through ON organisation (contributes_through);
