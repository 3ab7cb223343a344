/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-statement.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  CVN_DB_READ,      /* beside a writer, or alone */
  CVN_DB_WRITE,     /* the file must be there */
  CVN_DB_CREATE,    /* as write; the file is made if it is not there */
  CVN_DB_IMMUTABLE, /* nobody changes the file: no lock, no file beside it */
} CvnDbMode;

/* 'CVNT': what makes a SQLite file a centre of this program. */
#define CVN_DB_APPLICATION_ID 0x43564e54

CvnDb      *cvn_db_open (const char *path, CvnDbMode mode, GError **error);
void        cvn_db_free (CvnDb *self);
const char *cvn_db_get_path (CvnDb *self);
void        cvn_db_hand_over (CvnDb *self);

CvnStatement *cvn_db_prepare (CvnDb *self, const char *sql, GError **error);
gboolean      cvn_db_execute (CvnDb *self, GError **error, const char *sql, const char *types, ...);
gboolean      cvn_db_get_integer (CvnDb *self, const char *sql, gint64 *integer, GError **error);
gboolean      cvn_db_run_script (CvnDb *self, const char *script, GError **error);

void     cvn_db_set_cancellable (CvnDb *self, GCancellable *cancellable);
gint64   cvn_db_get_last_rowid (CvnDb *self);
int      cvn_db_get_n_changed (CvnDb *self);
gboolean cvn_db_is_in_transaction (CvnDb *self);
void     cvn_db_trim (CvnDb *self);
gboolean cvn_db_checkpoint (CvnDb *self, gboolean truncate, GError **error);

/* For cvn-statement.c. */
void        cvn_db_set_error (CvnDb *self, int rc, GError **error);
const char *cvn_db_get_message (CvnDb *self);
void        cvn_db_check_thread (CvnDb *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnDb, cvn_db_free)

G_END_DECLS
