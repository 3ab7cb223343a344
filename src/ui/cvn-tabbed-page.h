/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-page.h"

G_BEGIN_DECLS

/* The name of the last tab of every such page: the lists of all kinds of its area. */
#define CVN_TABBED_PAGE_REGISTERS "registers"

typedef struct
{
  const char *name;
  const char *title; /* to be translated, N_() */
  const char *icon;
  const char *adds;     /* the kind of record that Add makes there, or NULL */
  gboolean    searches; /* it has a search of its own, with its key */
} CvnTab;

/*
 * A page of tabs, of which the last holds the registers of its area. A record that opens from a tab, or is added from it,
 * shows its form there; going back leads to the tab where one came from.
 *
 * A subclass says in its class_init which tabs there are and makes what is in them: each when it is first shown, none before
 * the page is activated unless it is asked for. Something that slides in over a tab
 * (a line, an event) is its own affair: it answers shows_detail and close_detail, and calls cvn_tabbed_page_update() when
 * that changes.
 */
#define CVN_TYPE_TABBED_PAGE (cvn_tabbed_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CvnTabbedPage, cvn_tabbed_page, CVN, TABBED_PAGE, CvnPage)

struct _CvnTabbedPageClass
{
  CvnPageClass parent_class;

  const CvnTab *tabs; /* without the registers */
  guint         n_tabs;
  CvnArea       area;
  const char   *add_actions[2];     /* what cvn_tabbed_page_class_install_actions() installed to add a record, then NULL */
  gboolean      detail_covers_tabs; /* it must be closed before another tab is seen */

  GtkWidget *(*make_tab) (CvnTabbedPage *self, guint tab);
  gboolean (*shows_detail) (CvnTabbedPage *self);
  void (*close_detail) (CvnTabbedPage *self);
};

void        cvn_tabbed_page_class_install_actions (CvnTabbedPageClass *klass, const char *prefix);
const char *cvn_tabbed_page_get_tab (CvnTabbedPage *self);
void        cvn_tabbed_page_show_tab (CvnTabbedPage *self, const char *name);
void        cvn_tabbed_page_need_tab (CvnTabbedPage *self, guint i);
void        cvn_tabbed_page_update (CvnTabbedPage *self);
void        cvn_tabbed_page_append_to_bar (CvnTabbedPage *self, GtkWidget *widget);
void        cvn_tabbed_page_add (CvnTabbedPage *self, const char *kind);
gboolean    cvn_tabbed_page_open_form (CvnTabbedPage *self, const char *kind, const char *id);

G_END_DECLS
