/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the records of a list must have in common: values of choices, a year, what they refer to.
 * Signal: "changed": cvn_register_filter_get_query() is another.
 */
#define CVN_TYPE_REGISTER_FILTER (cvn_register_filter_get_type ())
G_DECLARE_FINAL_TYPE (CvnRegisterFilter, cvn_register_filter, CVN, REGISTER_FILTER, GtkPopover)

void            cvn_register_filter_set_query (CvnRegisterFilter *self, CvnCentre *centre, const CvnQuery *query);
const CvnQuery *cvn_register_filter_get_query (CvnRegisterFilter *self);

G_END_DECLS
