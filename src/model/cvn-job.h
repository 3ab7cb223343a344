/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Long work on a thread of the store, as a page sees it.
 * Properties (all notify, on the thread that began the work): "progress" (double, 0 to 1), "status" (string, what it
 * is doing, in the interface's language; NULL when it does nothing).
 */
#define CVN_TYPE_JOB (cvn_job_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnJob, cvn_job, CVN, JOB, GObject)

struct _CvnJobClass
{
  GObjectClass parent_class;
};

double      cvn_job_get_progress (CvnJob *self);
const char *cvn_job_get_status (CvnJob *self);

/* For the kinds of jobs. */
void cvn_job_begin (CvnJob *self);
void cvn_job_tell (CvnJob *self, const char *status, double progress);
void cvn_job_end (CvnJob *self);

G_END_DECLS
