/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-store.h"
#include "cvn-sync.h"

G_BEGIN_DECLS

/* One change set that a function writes; see cvn_store_write_async(). The data belongs to it. */
typedef struct
{
  CvnAction      action;
  const CvnKind *kind;
  const char    *subject;
  CvnWriteFunc   func;
  gpointer       data;
  GDestroyNotify destroy;
} CvnCentreWrite;

void     cvn_centre_write_async (CvnCentre *self, const CvnCentreWrite *write, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CvnSync *cvn_centre_get_sync (CvnCentre *self);
void     cvn_centre_count_write (CvnCentre *self, int by);
void     cvn_centre_update_steps (CvnCentre *self);

G_END_DECLS
