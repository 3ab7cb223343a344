/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The way into sharing: fill an empty database with the open centre, or take a centre that others share into a new file.
 * Signal "joined" (const char *path): the centre shows that file now.
 */
#define CVN_TYPE_SHARE_ASSISTANT (cvn_share_assistant_get_type ())
G_DECLARE_FINAL_TYPE (CvnShareAssistant, cvn_share_assistant, CVN, SHARE_ASSISTANT, AdwWindow)

CvnShareAssistant *cvn_share_assistant_new_to_share (GtkWindow *parent, CvnCentre *centre);
CvnShareAssistant *cvn_share_assistant_new_to_join (GtkWindow *parent, CvnCentre *centre, const char *path);

G_END_DECLS
