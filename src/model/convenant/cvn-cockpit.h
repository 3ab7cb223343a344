/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-centre.h"
#include "cvn-cockpit-party.h"

G_BEGIN_DECLS

/* Which parties of the agreement are listed. */
typedef enum {
  CVN_COCKPIT_ALL,
  CVN_COCKPIT_NOT_SIGNED,
  CVN_COCKPIT_AT_RISK,
  CVN_COCKPIT_OF_KIND,
} CvnCockpitFilter;

/*
 * An agreement with its parties, as a GListModel of CvnCockpitParty, for the year in focus. Follows what is written.
 * Signal "changed": other parties, sums or agreements are there.
 */
#define CVN_TYPE_COCKPIT (cvn_cockpit_get_type ())
G_DECLARE_FINAL_TYPE (CvnCockpit, cvn_cockpit, CVN, COCKPIT, GObject)

CvnCockpit *cvn_cockpit_new (CvnCentre *centre);
CvnCentre  *cvn_cockpit_get_centre (CvnCockpit *self);
gboolean    cvn_cockpit_is_loaded (CvnCockpit *self);
int         cvn_cockpit_get_year (CvnCockpit *self);

CvnTable   *cvn_cockpit_get_agreements (CvnCockpit *self);
int         cvn_cockpit_get_row (CvnCockpit *self);
const char *cvn_cockpit_get_agreement (CvnCockpit *self);
void        cvn_cockpit_set_agreement (CvnCockpit *self, const char *id);

void             cvn_cockpit_set_filter (CvnCockpit *self, CvnCockpitFilter filter, const char *kind);
GPtrArray       *cvn_cockpit_get_parties (CvnCockpit *self);
CvnCockpitParty *cvn_cockpit_find (CvnCockpit *self, const char *party);
GStrv            cvn_cockpit_list_kinds (CvnCockpit *self);
gint64           cvn_cockpit_get_sum (CvnCockpit *self, const char *part);
guint            cvn_cockpit_count (CvnCockpit *self, CvnRung rung);
GPtrArray       *cvn_cockpit_list_missing (CvnCockpit *self);

G_END_DECLS
