/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-kind.h"

G_BEGIN_DECLS

/* Larger files are not taken at all. */
#define CVN_ATTACHMENT_MAX ((gint64) 25 * 1024 * 1024)
/* Larger files are not sent to a server. */
#define CVN_ATTACHMENT_TRAVELS ((gint64) 1024 * 1024)

/* A file that belongs to a record. The field holds its name, its kind, its length and what its content adds up to; the content lies apart. */
typedef struct
{
  char  *name;
  char  *media_type;
  gint64 length; /* bytes */
  char  *hash;   /* SHA-256, 64 digits */
} CvnAttachment;

void     cvn_attachment_clear (CvnAttachment *self);
gboolean cvn_attachment_parse (const char *text, CvnAttachment *self, GError **error);
char    *cvn_attachment_dup_text (const CvnAttachment *self);
char    *cvn_attachment_dup_words (const char *text, CvnLanguage language);
char    *cvn_attachment_dup_size (gint64 length, CvnLanguage language);
char    *cvn_attachment_clean_name (const char *name);
gboolean cvn_attachment_travels (const CvnAttachment *self);
gboolean cvn_attachment_hides_bsn (GBytes *content);
gboolean cvn_attachment_is_shown (const char *media_type);
int      cvn_attachment_find_field (const CvnKind *kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnAttachment, cvn_attachment_clear)

G_END_DECLS
