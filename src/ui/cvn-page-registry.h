/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/* One page of the window: a row in the sidebar. */
typedef struct
{
  const char *name;  /* stable: in settings, on the command line and in win.page */
  const char *title; /* marked for translation */
  const char *icon;
  GType (*get_type) (void);
  int area; /* handed to the page; a record of this area opens on the page if it can show it */
} CvnPageInfo;

const CvnPageInfo *cvn_page_registry_list (guint *n_pages);
const CvnPageInfo *cvn_page_registry_find (const char *name);

G_END_DECLS
