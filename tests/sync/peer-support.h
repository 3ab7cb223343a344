/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-couch.h"
#include "store-support.h"

G_BEGIN_DECLS

/* A server of its own on 127.0.0.1, with everything in memory. */
typedef struct _CvnPeer CvnPeer;

CvnPeer    *cvn_peer_start (void);
gboolean    cvn_peer_skip (CvnPeer *self);
void        cvn_peer_stop (CvnPeer *self);
const char *cvn_peer_get_address (CvnPeer *self);
char       *cvn_peer_make_database (CvnPeer *self);
void        cvn_peer_put (CvnPeer *self, const char *path, const char *authorization, const char *body);
void        cvn_peer_drop_database (CvnPeer *self, const char *database);
CvnRemote  *cvn_peer_open (CvnPeer *self, const char *database);

/* A desk: a centre's file that is shared through a database. */
typedef struct
{
  CvnTestFolder folder;
  CvnStore     *store;
  guint         batch; /* documents in one question; 0: as many as usual */
} CvnDesk;

/* Two desks, of Ans and of Bas, of one database. */
typedef struct
{
  char      *database;
  CvnRemote *remote;
  CvnDesk    a;
  CvnDesk    b;
} CvnDeskPair;

void     cvn_desk_open (CvnDesk *self, const char *actor, const char *server, const char *database);
void     cvn_desk_close (CvnDesk *self);
gboolean cvn_desk_sync (CvnDesk *self, CvnRemote *remote, guint *n_received, guint *n_sent, GError **error);
void     cvn_desk_sync_well (CvnDesk *self, CvnRemote *remote);
gint64   cvn_desk_count (CvnDesk *self, const char *what);
void     cvn_desk_pair_open (CvnDeskPair *self, CvnPeer *peer);
void     cvn_desk_pair_close (CvnDeskPair *self);
char    *cvn_desk_dump_leaves (CvnDesk *self);
char    *cvn_couch_dump_leaves (CvnRemote *remote);

/* PouchDB, the other client; each command answers with a line of JSON. */
typedef struct _CvnPouch CvnPouch;

CvnPouch *cvn_pouch_start (const char *address, const char *database);
void      cvn_pouch_stop (CvnPouch *self);
char     *cvn_pouch_ask (CvnPouch *self, const char *command);
char     *cvn_pouch_dump_leaves (CvnPouch *self);

G_END_DECLS
