/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-operation.h"

G_BEGIN_DECLS

/* For the operations: what one is made of. The functions get the data, which nobody changes any more. */
typedef struct
{
  CvnAction   action;
  const char *kind;
  gboolean (*write) (CvnWriter *writer, gconstpointer data, GError **error);
  CvnTable *(*preview) (CvnReader *reader, gconstpointer data, GError **error); /* may be NULL */
  GDestroyNotify destroy;
} CvnOperationClass;

CvnOperation *cvn_operation_new (const CvnOperationClass *klass, gpointer data, const char *id);

const CvnOperationClass *cvn_operation_get_class (CvnOperation *self);

G_END_DECLS
