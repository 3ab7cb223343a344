/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a person may choose; kept in GSettings, where everybody who cares listens. */
#define CVN_TYPE_PREFERENCES (cvn_preferences_get_type ())
G_DECLARE_FINAL_TYPE (CvnPreferences, cvn_preferences, CVN, PREFERENCES, AdwPreferencesWindow)

GtkWidget *cvn_preferences_new (GtkWindow *parent, const char *backups);
void       cvn_preferences_follow_style (GSettings *settings);

G_END_DECLS
