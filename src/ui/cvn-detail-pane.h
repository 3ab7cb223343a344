/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * One record in the place of the list that it was chosen from: its name, what can be done with it, what is known of it and
 * lists below. Esc and the arrow go back. Signal "closed": it is to make place for the list.
 */
#define CVN_TYPE_DETAIL_PANE (cvn_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnDetailPane, cvn_detail_pane, CVN, DETAIL_PANE, AdwBin)

/* A button; it is seen while its action, which the view around the pane has installed, is enabled. */
typedef struct
{
  const char *action;
  const char *label;
} CvnDetailStep;

GtkWidget *cvn_detail_pane_new (const CvnDetailStep *steps, guint n_steps);
void       cvn_detail_pane_clear (CvnDetailPane *self);
void       cvn_detail_pane_set_head (CvnDetailPane *self, const char *title, const char *subtitle, const char *state, const char *warning);
void       cvn_detail_pane_set_step (CvnDetailPane *self, guint step, gboolean visible, const char *label);
void       cvn_detail_pane_begin_facts (CvnDetailPane *self);
void       cvn_detail_pane_add_fact (CvnDetailPane *self, const char *title, const char *value);
void       cvn_detail_pane_add_result (CvnDetailPane *self, const char *title, const char *value);
void       cvn_detail_pane_add_list (CvnDetailPane *self, const char *title, GtkWidget *list);

G_END_DECLS
