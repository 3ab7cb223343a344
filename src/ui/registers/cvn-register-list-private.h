/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-gradual-rows.h"
#include "cvn-register-chips.h"
#include "cvn-register-columns.h"
#include "cvn-register-filter.h"
#include "cvn-register-list.h"
#include "cvn-register-rows.h"
#include "cvn-register-table.h"

G_BEGIN_DECLS

struct _CvnRegisterList
{
  AdwBin parent_instance;

  CvnCentre          *centre;
  CvnRecordList      *records;
  GtkSingleSelection *selection;
  CvnGradualRows     *wide_rows;   /* the same, as the views get to know them: */
  CvnGradualRows     *narrow_rows; /* only the one that is seen has any */
  CvnQuery           *query;
  gint64              picked;   /* the place of the record that is selected, or was last */
  gint64              wanted;   /* the place of the record to select once it is listed; 0 for none */
  gboolean            laid_out; /* it has a width: only then it is known which of the views is seen */
  gboolean            narrow;
  gboolean            setting; /* the search entry is being filled, not typed in */
  gboolean            ready;
  gboolean            entered;     /* a row is being opened by Enter */
  gboolean            wants_focus; /* the row that is selected, or the first, is to get the keyboard as soon as there are rows */
  guint               layout_id;
  guint               focus_id;
  guint               patience_id;
  GtkWidget          *context_menu;
  GMenu              *sort_fields;
  GSimpleAction      *sort_by;         /* name of a field */
  GSimpleAction      *sort_descending; /* boolean */
  gboolean            sorts_rows;      /* the rows had the keyboard when the menu was asked for */

  GtkEditable        *search;
  CvnRegisterFilter  *filter;
  GtkMenuButton      *sort_button;
  GtkWidget          *columns_button;
  CvnRegisterColumns *columns;
  AdwButtonContent   *add_content;
  CvnRegisterChips   *chips;
  GtkStack           *stack;
  CvnRegisterTable   *table;
  CvnRegisterRows    *rows;
  AdwStatusPage      *empty;
  GtkButton          *empty_add;
  GtkLabel           *count;
  GtkLabel           *sums;
  GMenuModel         *row_menu;
};

typedef enum {
  CVN_REGISTER_LIST_OPEN,
  CVN_REGISTER_LIST_ADD,
  CVN_REGISTER_LIST_DUPLICATE,
  CVN_REGISTER_LIST_IMPORT,
  CVN_REGISTER_LIST_EXPORT,
  CVN_REGISTER_LIST_QUERY_CHANGED,
  CVN_REGISTER_LIST_N_SIGNALS,
} CvnRegisterListSignal;

extern guint cvn_register_list_signals[];

/* cvn-register-list-actions.c: what is done with a row. */
CvnRow    *cvn_register_list_get_selected (CvnRegisterList *self);
GtkWidget *cvn_register_list_get_view (CvnRegisterList *self);
void       cvn_register_list_activate (CvnRegisterList *self, guint position);
void       cvn_register_list_install_actions (GtkWidgetClass *widget_class);
void       cvn_register_list_add_gestures (CvnRegisterList *self);

/* cvn-register-list.c: orders the rows by a field; -1 for none. */
void cvn_register_list_sort (CvnRegisterList *self, int field, gboolean descending);

/* cvn-register-list-sort.c: a menu for the order. */
void cvn_register_list_add_sort (CvnRegisterList *self);
void cvn_register_list_clear_sort (CvnRegisterList *self);
void cvn_register_list_show_sort (CvnRegisterList *self);
void cvn_register_list_open_sort (CvnRegisterList *self);

/* cvn-register-list-focus.c: where the keyboard is. */
gboolean cvn_register_list_has_focus (CvnRegisterList *self);
void     cvn_register_list_keep_focus (CvnRegisterList *self);

G_END_DECLS
