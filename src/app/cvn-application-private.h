/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-application.h"

G_BEGIN_DECLS

struct _CvnApplication
{
  AdwApplication parent_instance;
  CvnCentre     *centre;
  GSettings     *settings;
  CvnWindow     *window; /* owned by GTK */
  char          *path;   /* what is open or was tried last; NULL: the default */
  guint          n_opening;
  guint          present_id;
  guint          terminate_id;
};

/* cvn-application-actions.c */
void cvn_application_add_actions (CvnApplication *self);

/* cvn-application-files.c */
void cvn_application_add_file_actions (CvnApplication *self);

/* cvn-application-open.c */
void cvn_application_open_default (CvnApplication *self);

/* cvn-application.c */
void cvn_application_present (CvnApplication *self);
void cvn_application_present_when_ready (CvnApplication *self);

G_END_DECLS
