/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  CVN_CSV_ENCODING_UNDECIDED, /* nothing but ASCII seen so far */
  CVN_CSV_ENCODING_UTF_8,
  CVN_CSV_ENCODING_WINDOWS_1252,
} CvnCsvEncoding;

gboolean cvn_csv_encoding_decode (CvnCsvEncoding *encoding, const char *bytes, gsize length, gboolean last, GString *text, gsize *used);
gboolean cvn_csv_encoding_encode (CvnCsvEncoding encoding, const char *text, GString *bytes);

G_END_DECLS
