/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

G_BEGIN_DECLS

typedef enum {
  CVN_FAULT_FILE,      /* SQLite itself finds the file damaged */
  CVN_FAULT_ROW,       /* a row is not as it was written: its hash differs */
  CVN_FAULT_JOURNAL,   /* the chain of the journal is broken */
  CVN_FAULT_REFERENCE, /* a reference to a record that is not there */
  CVN_FAULT_SUM,       /* a summary, instalments or key lines do not add up */
  CVN_FAULT_SEARCH,    /* what search goes by is not what the records say */
  CVN_FAULT_LOST,      /* the file is older than the last change that was acknowledged */
} CvnFaultType;

typedef struct
{
  CvnFaultType   type;
  const CvnKind *kind;     /* may be NULL */
  char          *id;       /* of the record; may be NULL */
  char          *message;  /* a sentence for people */
  char          *proposal; /* what to do about it, a sentence */
} CvnFault;

typedef void (*CvnProgressFunc) (double fraction, gpointer data);

void       cvn_fault_free (CvnFault *fault);
GPtrArray *cvn_integrity_check (CvnReader *reader, CvnProgressFunc progress, gpointer data, GCancellable *cancellable, GError **error);
gboolean   cvn_integrity_rebuild_search (CvnWriter *writer, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
