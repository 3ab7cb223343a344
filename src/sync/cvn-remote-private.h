/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-remote.h"
#include "cvn-soup.h"

G_BEGIN_DECLS

struct _CvnRemote
{
  GMainContext  *context;
  const CvnSoup *soup;
  SoupSession   *session;
  GUri          *base;
  gboolean       is_here;  /* on this computer */
  char          *database; /* as it stands in a path */
  char          *authorization;
  guint          idle_ms;
  guint          overall_ms;
  gsize          cap;
  const char    *accepted; /* kinds of answers */
  guint          retry_after;
  guint          status; /* of the last answer; 0: it did not come whole */
  guint          n_requests;
  gint64         heard; /* us, monotonic: the end of the last whole answer */
};

G_END_DECLS
