/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

typedef enum {
  CVN_MATTER_CONFLICT, /* somebody has to choose */
  CVN_MATTER_WAITING,  /* it cannot be taken over yet */
  CVN_MATTER_REFUSED,  /* by the server */
  CVN_MATTER_NOTICE,   /* to be read */
} CvnMatterSort;

/* One thing about sharing that somebody has to look at. */
typedef struct
{
  CvnMatterSort  sort;
  char          *document;
  const CvnKind *kind; /* or NULL */
  char          *id;
  char          *title;
  char          *text; /* what happened, and what to do */
  gint64         no;   /* of a notice */
} CvnOpenMatter;

void       cvn_open_matter_free (CvnOpenMatter *self);
void       cvn_matters_open_async (CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cvn_matters_open_finish (GAsyncResult *result, GError **error);
void       cvn_matters_open_dismiss (CvnCentre *centre, gint64 no);

G_END_DECLS
