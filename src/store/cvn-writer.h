/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* The open transaction of one change set. Used within the function that got it, on the writer's thread, and nowhere else. */
typedef struct _CvnWriter CvnWriter;

CvnReader *cvn_writer_get_reader (CvnWriter *self);
gboolean   cvn_writer_put (CvnWriter *self, CvnRecord *record, GError **error);
gboolean   cvn_writer_put_new (CvnWriter *self, CvnRecord *record, GError **error);
gboolean   cvn_writer_delete (CvnWriter *self, const CvnKind *kind, const char *id, GError **error);
gboolean   cvn_writer_take_back (CvnWriter *self, const CvnKind *kind, const char *id, GError **error);
gboolean   cvn_writer_check_unused (CvnWriter *self, CvnRecord *record, GError **error);
gboolean   cvn_writer_set_author (CvnWriter *self, const char *author, GError **error);
gboolean   cvn_writer_apply (CvnWriter *self, CvnChangeSet *changes, GError **error);
char      *cvn_writer_resolve (CvnWriter *self, const CvnKind *kind, const char *text, GError **error);

G_END_DECLS
