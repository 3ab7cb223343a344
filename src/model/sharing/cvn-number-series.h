/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-series-place.h"

G_BEGIN_DECLS

/* A number series of invoices and the desk that it belongs to. */
typedef struct
{
  char          *id;
  char          *name;
  CvnSeriesPlace place;
  char          *desk;       /* whose desk has it, for people; NULL: nobody's yet */
  char          *asked_by;   /* who wants it, for people; NULL: nobody */
  gboolean       asked_here; /* it is this desk that wants it */
  char          *sentence;   /* why no invoice of it can be sent here; NULL: it can */
} CvnNumberSeries;

void       cvn_number_series_free (CvnNumberSeries *self);
void       cvn_number_series_list_async (CvnCentre *centre, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cvn_number_series_list_finish (GAsyncResult *result, GError **error);
GPtrArray *cvn_number_series_list (CvnReader *reader, GError **error);

G_END_DECLS
