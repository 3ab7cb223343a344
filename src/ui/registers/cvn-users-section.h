/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The part of a form that says which records refer to this one, kind by kind; a row opens them. Hidden when none do. */
#define CVN_TYPE_USERS_SECTION (cvn_users_section_get_type ())
G_DECLARE_FINAL_TYPE (CvnUsersSection, cvn_users_section, CVN, USERS_SECTION, AdwBin)

GtkWidget *cvn_users_section_new (CvnCentre *centre);
void       cvn_users_section_load (CvnUsersSection *self, const CvnKind *kind, const char *id, const char *title);

G_END_DECLS
