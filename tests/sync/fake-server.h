/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  FAKE_WELL,        /* as a small CouchDB with nothing in it */
  FAKE_STATUS,      /* answers with a status and words */
  FAKE_PORTAL,      /* a page of a network that wants to be logged in to */
  FAKE_GARBAGE,     /* 200, and something that is no JSON */
  FAKE_CUT,         /* 200, and half of the answer, as if it were whole */
  FAKE_SHORT,       /* says that more comes than does */
  FAKE_DEEP,        /* nested 100,000 deep */
  FAKE_NUL,         /* a text with the character zero */
  FAKE_SILENT,      /* never answers */
  FAKE_DRIP,        /* a byte now and then */
  FAKE_ENDLESS,     /* never ends */
  FAKE_BOMB,        /* small, and huge when unpacked */
  FAKE_REDIRECT,    /* leads to another host */
  FAKE_SWALLOW,     /* 201 for all that is sent, and the document with "poison" is not kept */
  FAKE_REFUSE_BULK, /* a status as soon as the document with "poison" is among what is sent */
  FAKE_FULL,        /* its disk is full: a status for all that it should keep */
} FakeMode;

/* What no real server does: answers of a server that is broken or hostile, on 127.0.0.1, in a thread of its own. */
typedef struct _FakeServer FakeServer;

FakeServer *fake_server_start (const char *pem);
void        fake_server_stop (FakeServer *self);
const char *fake_server_get_address (FakeServer *self);
void        fake_server_set (FakeServer *self, FakeMode mode, const char *path, guint status, const char *words);
guint       fake_server_get_n_requests (FakeServer *self);
guint       fake_server_get_n_elsewhere (FakeServer *self);
guint       fake_server_get_n_documents (FakeServer *self);

G_END_DECLS
