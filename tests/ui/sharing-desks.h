/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "peer-support.h"
#include "register-support.h"

G_BEGIN_DECLS

/* Two desks: the fixture's and another in the same folder. */
typedef struct
{
  CvnRegisterFixture f;
  CvnPeer           *peer;
  CvnCentre         *other;
  char              *other_path;
  char              *id;       /* of the partner that both know */
  const char        *joins_as; /* whose name the other desk has; NULL: Bas */
} CvnDesks;

void     cvn_desks_wait (CvnUiCondition condition, gpointer data, const char *what);
void     cvn_desks_written_cb (GObject *source, GAsyncResult *result, gpointer data);
gboolean cvn_desks_is_set (gpointer data);
void     cvn_desks_open_file (CvnCentre *centre, const char *path);
void     cvn_desks_close_window (GtkWidget *window);
gboolean cvn_desks_open (CvnDesks *self);
void     cvn_desks_close (CvnDesks *self);
void     cvn_desks_share (CvnDesks *self, const char *server, const char *account);
void     cvn_desks_join (CvnDesks *self, const char *server, const char *account);

G_END_DECLS
