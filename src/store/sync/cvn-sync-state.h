/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-writer.h"

G_BEGIN_DECLS

/* What a file knows of the database that it is shared through; each by its name. */
#define CVN_SYNC_SERVER   "server"   /* base address */
#define CVN_SYNC_DATABASE "database" /* its name; sharing is set up when there is one */
#define CVN_SYNC_USER     "user"     /* the account; the secret lies in the keyring */
#define CVN_SYNC_CA_FILE  "ca-file"  /* the certificate of the centre's own authority */
#define CVN_SYNC_AUTHOR   "author"   /* what colleagues see */
#define CVN_SYNC_ROLE     "role"     /* as the server said last: manager, staff, board or admin */
#define CVN_SYNC_INSTALL  "install"  /* who this copy of the file is to the server */
#define CVN_SYNC_HOME     "home"     /* where the copy was when it got that name: a copy of a copy gets its own */
#define CVN_SYNC_SINCE    "since"    /* what was read up to: a word of the server's, never looked into */
#define CVN_SYNC_COUNTER  "counter"  /* of sessions, as the server was told and confirmed */
#define CVN_SYNC_BORN     "born"     /* when the database was made, in the server's words */
#define CVN_SYNC_OPEN     "open"     /* since before the session that has not been confirmed */
#define CVN_SYNC_JOURNAL  "journal"  /* the last entry of the journal that became versions of documents */
#define CVN_SYNC_SYNCED   "synced"   /* when all was exchanged last: UTC, ISO */
#define CVN_SYNC_LIVE     "live"     /* 1: while the window is open, exchange at once */

char    *cvn_sync_state_dup (CvnReader *reader, const char *name);
gint64   cvn_sync_state_get_integer (CvnReader *reader, const char *name, gint64 otherwise);
gboolean cvn_sync_state_set (CvnWriter *writer, const char *name, const char *value, GError **error);
gboolean cvn_sync_state_set_integer (CvnWriter *writer, const char *name, gint64 value, GError **error);
gboolean cvn_sync_state_forget (CvnWriter *writer, GError **error);

G_END_DECLS
