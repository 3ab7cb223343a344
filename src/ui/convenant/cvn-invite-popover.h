/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Chooses an organisation, by some letters of its name, that becomes a party of the agreement. Signal "invited" (const char *sentence). */
#define CVN_TYPE_INVITE_POPOVER (cvn_invite_popover_get_type ())
G_DECLARE_FINAL_TYPE (CvnInvitePopover, cvn_invite_popover, CVN, INVITE_POPOVER, GtkPopover)

GtkWidget *cvn_invite_popover_new (CvnCockpit *cockpit);

G_END_DECLS
