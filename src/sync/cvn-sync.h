/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-session.h"

G_BEGIN_DECLS

typedef enum {
  CVN_SYNC_OFF,     /* the centre is not shared */
  CVN_SYNC_IDLE,    /* all is exchanged, or nobody asked yet */
  CVN_SYNC_RUNNING, /* an exchange is under way */
  CVN_SYNC_PAUSED,  /* it failed in a way that may pass: it is tried again by itself */
  CVN_SYNC_STOPPED, /* it failed: somebody has to do something */
} CvnSyncState;

/*
 * Exchanges in a thread of its own while a centre is open: at once, when something changes here or there, and when asked to.
 * Signal "changed" (main thread): state, facts or progress are others now.
 */
#define CVN_TYPE_SYNC (cvn_sync_get_type ())
G_DECLARE_FINAL_TYPE (CvnSync, cvn_sync, CVN, SYNC, GObject)

CvnSync *cvn_sync_new (CvnStore *store);
void     cvn_sync_stop (CvnSync *self);
void     cvn_sync_now (CvnSync *self);
void     cvn_sync_cancel (CvnSync *self);
void     cvn_sync_set_secret (CvnSync *self, const char *secret);

CvnSyncState        cvn_sync_get_state (CvnSync *self);
const CvnSyncFacts *cvn_sync_get_facts (CvnSync *self);
const GError       *cvn_sync_get_error (CvnSync *self);
void                cvn_sync_get_progress (CvnSync *self, guint *n_received, guint *n_sent, guint *n_to_send);

G_END_DECLS
