/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

G_BEGIN_DECLS

typedef enum {
  CVN_SHARING_OFF,
  CVN_SHARING_UP_TO_DATE,
  CVN_SHARING_BUSY,
  CVN_SHARING_TROUBLE, /* the detail says what, and what to do */
} CvnSharingState;

/* What a person fills in. */
typedef struct
{
  char *server;
  char *database;
  char *account;
  char *ca_file;
  char *author;
} CvnSharingPlace;

typedef enum {
  CVN_SHARING_TEST,     /* only look whether it would work */
  CVN_SHARING_TEST_NEW, /* the same, for a database that may not be there yet */
  CVN_SHARING_SHARE,    /* fill an empty database with this centre */
  CVN_SHARING_CONTINUE, /* exchange with a database that holds this centre already */
  CVN_SHARING_PASSWORD, /* give the password of the place that is known */
  CVN_SHARING_LEAVE,
  CVN_SHARING_REBUILD,
  CVN_SHARING_SEND_AGAIN,
} CvnSharingTask;

/* How the open centre is shared: for the status line and the window. Signal "changed". Lives on the main thread. */
#define CVN_TYPE_SHARING (cvn_sharing_get_type ())
G_DECLARE_FINAL_TYPE (CvnSharing, cvn_sharing, CVN, SHARING, GObject)

CvnSharing     *cvn_sharing_new (CvnCentre *centre);
CvnSharingState cvn_sharing_get_state (CvnSharing *self);
const char     *cvn_sharing_get_line (CvnSharing *self);
char           *cvn_sharing_dup_detail (CvnSharing *self);
char           *cvn_sharing_dup_last (CvnSharing *self);
double          cvn_sharing_get_fraction (CvnSharing *self);
char           *cvn_sharing_dup_counts (CvnSharing *self);
char           *cvn_sharing_dup_staying (CvnSharing *self);
guint           cvn_sharing_get_n_matters (CvnSharing *self);
gboolean        cvn_sharing_is_shared (CvnSharing *self);
gboolean        cvn_sharing_wants_secret (CvnSharing *self);
void            cvn_sharing_get_place (CvnSharing *self, CvnSharingPlace *place);
void            cvn_sharing_now (CvnSharing *self);
void            cvn_sharing_cancel (CvnSharing *self);

/* cvn-sharing-tasks.c */
gboolean cvn_sharing_may_change (CvnSharing *self);
void     cvn_sharing_do_async (CvnSharing *self, CvnSharingTask task, const CvnSharingPlace *place, const char *secret,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char    *cvn_sharing_do_finish (CvnSharing *self, GAsyncResult *result, GError **error);
void     cvn_sharing_place_clear (CvnSharingPlace *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnSharingPlace, cvn_sharing_place_clear)

G_END_DECLS
