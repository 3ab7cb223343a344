/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The form of a contribution rule beside the contributions that follow from it. Signal "closed". */
#define CVN_TYPE_RULE_PANE (cvn_rule_pane_get_type ())
G_DECLARE_FINAL_TYPE (CvnRulePane, cvn_rule_pane, CVN, RULE_PANE, AdwBin)

GtkWidget *cvn_rule_pane_new (CvnCentre *centre);
void       cvn_rule_pane_add (CvnRulePane *self, const char *agreement, const char *title, const char *start_date);
void       cvn_rule_pane_open (CvnRulePane *self, const char *rule);

G_END_DECLS
