/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* What the window says about a file: the name of the centre and the years that it has figures of. */
typedef struct
{
  char *name;
  int   first_year;
  int   last_year;
} CvnCentreFacts;

gpointer cvn_centre_facts_read (CvnReader *reader, gpointer data, GCancellable *cancellable, GError **error);
void     cvn_centre_facts_free (CvnCentreFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnCentreFacts, cvn_centre_facts_free)

G_END_DECLS
