/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-record.h"
#include "cvn-store.h"

G_BEGIN_DECLS

/* Where the invoices of a number series get their numbers, and whether that is here and now. */
typedef enum {
  CVN_SERIES_FREE, /* the centre is not shared */
  CVN_SERIES_HERE,
  CVN_SERIES_ELSEWHERE,
  CVN_SERIES_NEW,      /* nobody but this desk knows of it: with the next exchange it becomes this desk's */
  CVN_SERIES_UNSENT,   /* it is this desk's, but the server does not know that yet */
  CVN_SERIES_DISPUTED, /* two desks changed it at the same time: somebody has to choose */
  CVN_SERIES_MOVED,    /* the file was copied or put back: it has to be exchanged before it knows what it may do */
} CvnSeriesPlace;

CvnSeriesPlace cvn_series_find_place (CvnReader *reader, CvnRecord *series);
gboolean       cvn_series_check (CvnReader *reader, CvnRecord *series, GError **error);
CvnRecord     *cvn_series_find_usual (CvnReader *reader, GError **error);
char          *cvn_series_dup_sentence (CvnRecord *series, CvnSeriesPlace place);

G_END_DECLS
