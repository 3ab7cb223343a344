/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-json.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a server answered: a status and JSON that can be read safely. */
typedef struct
{
  guint        status;
  char        *text;
  gsize        length; /* of @text, which may be no text */
  CvnJsonSlice json;   /* of @text; NULL where it is no JSON */
} CvnAnswer;

/* A database on a server. It belongs to the thread that made it: every request waits there. */
typedef struct _CvnRemote CvnRemote;
/* One question to it that is under way. */
typedef struct _CvnQuestion CvnQuestion;

CvnRemote *cvn_remote_new (const char *server, const char *database, const char *ca_file, GError **error);
void       cvn_remote_free (CvnRemote *self);
void       cvn_remote_set_account (CvnRemote *self, const char *user, const char *secret);
void       cvn_remote_set_patience (CvnRemote *self, guint idle_ms, guint overall_ms);
void       cvn_remote_set_cap (CvnRemote *self, gsize bytes);
guint      cvn_remote_get_retry_after (CvnRemote *self);
guint      cvn_remote_get_status (CvnRemote *self);
guint      cvn_remote_get_n_requests (CvnRemote *self);

gboolean cvn_remote_check_address (const char *server, GError **error);
gboolean cvn_remote_is_on_this_computer (const char *server);
gboolean cvn_remote_check_database (const char *database, GError **error);
void     cvn_answer_clear (CvnAnswer *self);

/* cvn-question.c */
CvnQuestion *cvn_remote_begin (CvnRemote *self, const char *method, const char *path, const char *body, GCancellable *cancellable);
gboolean     cvn_remote_end (CvnQuestion *question, CvnAnswer *answer, GError **error);
void         cvn_remote_drop (CvnQuestion *question);
gboolean     cvn_remote_ask (CvnRemote *self, const char *method, const char *path, const char *body, CvnAnswer *answer, GCancellable *cancellable, GError **error);
gboolean     cvn_remote_ask_server (CvnRemote *self, const char *path, CvnAnswer *answer, GCancellable *cancellable, GError **error);
gboolean     cvn_remote_get (CvnRemote *self, const char *path, gsize cap, CvnAnswer *answer, GCancellable *cancellable, GError **error);
gboolean     cvn_remote_wait (CvnRemote *self, const char *path, GCancellable *cancellable, GError **error);

/* cvn-remote-status.c */
gboolean cvn_remote_check_status (guint status, const CvnAnswer *answer, GError **error);
void     cvn_remote_explain (GError *failure, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnRemote, cvn_remote_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnAnswer, cvn_answer_clear)

G_END_DECLS
