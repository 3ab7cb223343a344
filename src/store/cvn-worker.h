/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One or more threads that take jobs from one line, first come first served. */
typedef struct _CvnWorker CvnWorker;

/* @context is what start() gave, one for each thread. All run on the worker's threads. */
typedef struct
{
  gpointer (*start) (gpointer data);
  void (*rest) (gpointer context, CvnWorker *worker); /* nobody waits just now; may be NULL */
  void (*idle) (gpointer context, CvnWorker *worker); /* nothing came for a while; may be NULL */
  void (*end) (gpointer context);
} CvnWorkerInterface;

typedef void (*CvnJobFunc) (gpointer context, gpointer data);

CvnWorker *cvn_worker_new (const char *name, guint max_threads, const CvnWorkerInterface *interface, gpointer data, GDestroyNotify destroy);
void       cvn_worker_push (CvnWorker *self, CvnJobFunc func, gpointer data);
void       cvn_worker_run (CvnWorker *self, CvnJobFunc func, gpointer data);
gboolean   cvn_worker_is_idle (CvnWorker *self);
void       cvn_worker_stop (CvnWorker *self);
void       cvn_worker_abandon (CvnWorker *self);

G_END_DECLS
