/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre-private.h"

G_BEGIN_DECLS

/* For the files of CvnCentre itself. */

/*
 * The open centre. It belongs to the main thread: every method is called there, and every
 * signal and notification comes there.
 */
struct _CvnCentre
{
  GObject       parent_instance;
  CvnStore     *store;
  CvnSync      *sync;    /* NULL while no file is open that can be written to */
  gboolean      looking; /* a board member sits here */
  gboolean      reader;  /* the server says that this account may only read */
  gulong        changed_id;
  GCancellable *reading; /* of the facts */
  char         *name;
  char         *today;
  char         *undo_label;
  char         *redo_label;
  int           year;
  int           first_year;
  int           last_year;
  guint         n_writes;    /* under way */
  gint64        n_conflicts; /* that the exchange told of; -1: it has not told yet */
  gboolean      fresh;       /* the facts of this file have not been read yet */
  gboolean      counts;      /* somebody wants to know how many matters are open */
  guint         n_open[CVN_AREA_GENERAL + 1];
  GHashTable   *names; /* of a kind that names codes, to what it names them; NULL until read */
};

/* cvn-centre.c */
void cvn_centre_recount (CvnCentre *self);

/* cvn-centre-access.c */
void cvn_centre_set_reader (CvnCentre *self, gboolean reader);
void cvn_centre_follow_sync (CvnCentre *self);

G_END_DECLS
