/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* A desk is one copy of the file that is shared. Records name it in words that a person can read: "Ans #3f9a12bc". */
char    *cvn_sync_desk_dup_home (CvnReader *reader);
char    *cvn_sync_desk_dup (CvnReader *reader);
gboolean cvn_sync_desk_is_here (CvnReader *reader, const char *desk);
gboolean cvn_sync_desk_was_moved (CvnReader *reader);
char    *cvn_sync_desk_dup_name (const char *desk);

G_END_DECLS
