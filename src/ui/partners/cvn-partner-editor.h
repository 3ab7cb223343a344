/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The form of an organisation, a contact or an interaction, with a word about organisations that look alike. What is
 * not right yet is kept until the same form is opened again.
 * Signals: "closed" (CvnDraft, the one that was edited); "open" (const char *id): the organisation that looks alike.
 */
#define CVN_TYPE_PARTNER_EDITOR (cvn_partner_editor_get_type ())
G_DECLARE_FINAL_TYPE (CvnPartnerEditor, cvn_partner_editor, CVN, PARTNER_EDITOR, AdwBin)

GtkWidget *cvn_partner_editor_new (CvnCentre *centre);
void       cvn_partner_editor_edit (CvnPartnerEditor *self, CvnDraft *draft);
void       cvn_partner_editor_close (CvnPartnerEditor *self);
gboolean   cvn_partner_editor_is_open (CvnPartnerEditor *self);
void       cvn_partner_editor_set_can_close (CvnPartnerEditor *self, gboolean can_close);

G_END_DECLS
