/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-cockpit.h"

G_BEGIN_DECLS

/* What the days that a party has left are until. */
typedef enum {
  CVN_DAYS_NONE,
  CVN_DAYS_DECISION,
  CVN_DAYS_START,
  CVN_DAYS_NOTICE,
  CVN_DAYS_END,
} CvnDaysUntil;

CvnDaysUntil cvn_cockpit_days_left (CvnCockpit *self, CvnCockpitParty *party, int *days);

/* What is said about an agreement as a whole, in the language of the interface. All are transfer full; "" says nothing. */
char *cvn_cockpit_text_title (CvnCockpit *self, guint row);
char *cvn_cockpit_text_period (CvnCockpit *self);
char *cvn_cockpit_text_time_left (CvnCockpit *self);
char *cvn_cockpit_text_complete (CvnCockpit *self, gboolean *complete);
char *cvn_cockpit_text_warning (CvnCockpit *self);

/* The same of any row of the figure agreements; @row may be -1. */
char *cvn_agreement_text_period (CvnTable *agreements, int row, CvnLanguage language);
char *cvn_agreement_text_time_left (CvnTable *agreements, int row, const char *today);
char *cvn_agreement_text_succession (CvnSuccession succession, int days);

G_END_DECLS
