/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "cvn-writer.h"

G_BEGIN_DECLS

/* What attached files hold, by what it adds up to (SHA-256). Records name it; see cvn-attachment.h. */
gboolean cvn_content_put (CvnWriter *writer, const char *hash, GBytes *data, GError **error);
GBytes  *cvn_content_get (CvnReader *reader, const char *hash, GError **error);
gboolean cvn_content_is_here (CvnReader *reader, const char *hash);
gint64   cvn_content_count_larger (CvnReader *reader, gint64 length);
gboolean cvn_content_thin (CvnDb *db, GError **error);

G_END_DECLS
