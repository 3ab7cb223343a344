/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-query.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A page of the window. It is made when it is first visited, with its centre and its area, and lives as long as the
 * window. Properties: "centre", "area" (a CvnArea, -1 for none), "title" (NULL: the page's own name), "ready",
 * "can-add", "can-export",
 * "can-go-back" (something slid in that the back button closes).
 */
#define CVN_TYPE_PAGE (cvn_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnPage, cvn_page, CVN, PAGE, AdwBin)

struct _CvnPageClass
{
  AdwBinClass parent_class;

  /* What the page shows is quickly read and quickly drawn: it is filled before its first frame, not after it. */
  gboolean is_light;

  void (*activate) (CvnPage *self);
  void (*add) (CvnPage *self);
  gboolean (*add_record) (CvnPage *self, CvnRecord *values, GHashTable *names);
  void (*export) (CvnPage *self);
  void (*go_back) (CvnPage *self);
  gboolean (*open_record) (CvnPage *self, const char *kind, const char *id);
  gboolean (*open_list) (CvnPage *self, const CvnQuery *query, const char *title);
  gboolean (*open_figure) (CvnPage *self, const char *name);
};

CvnCentre  *cvn_page_get_centre (CvnPage *self);
int         cvn_page_get_area (CvnPage *self);
const char *cvn_page_get_title (CvnPage *self);
void        cvn_page_set_title (CvnPage *self, const char *title);
gboolean    cvn_page_is_ready (CvnPage *self);
gboolean    cvn_page_is_busy (CvnPage *self);
gboolean    cvn_page_is_light (CvnPage *self);
void        cvn_page_set_ready (CvnPage *self, gboolean ready);
void        cvn_page_set_busy (CvnPage *self, gboolean busy);
void        cvn_page_set_can_add (CvnPage *self, gboolean can_add);
void        cvn_page_set_can_export (CvnPage *self, gboolean can_export);
void        cvn_page_set_can_go_back (CvnPage *self, gboolean can_go_back);

void     cvn_page_activate (CvnPage *self);
void     cvn_page_add (CvnPage *self);
gboolean cvn_page_add_record (CvnPage *self, CvnRecord *values, GHashTable *names);
void     cvn_page_export (CvnPage *self);
void     cvn_page_go_back (CvnPage *self);
gboolean cvn_page_open_record (CvnPage *self, const char *kind, const char *id);
gboolean cvn_page_open_list (CvnPage *self, const CvnQuery *query, const char *title);
gboolean cvn_page_open_figure (CvnPage *self, const char *name);

G_END_DECLS
