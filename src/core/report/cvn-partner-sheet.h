/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

G_BEGIN_DECLS

/* A year of a partner; amounts in cents. */
typedef struct
{
  int    year;
  gint64 committed;
  gint64 received;
  gint64 fees;          /* what its inhabitants paid for registering */
  gint64 registrations; /* of its inhabitants */
  gint64 bought;        /* packages and bookings, without VAT */
  gint64 events;        /* that it took part in */
} CvnPartnerYear;

/* What there is to tell about one partner. The tables are the figures of that name. */
typedef struct
{
  char       *centre;
  char       *today; /* ISO day */
  char       *name;
  char       *kind; /* code of a choice */
  char       *role;
  char       *status; /* code of its last decision, or NULL */
  GArray     *years;  /* of CvnPartnerYear, rising */
  CvnTable   *contributions;
  CvnTable   *agreements;
  CvnTable   *decisions;
  CvnTable   *events;
  CvnTable   *bookings;
  CvnTable   *packages;
  CvnTable   *invoices;
  GHashTable *labels; /* id → what the record of a row is called in the language of the report */
} CvnPartnerSheet;

CvnPartnerSheet *cvn_partner_sheet_new (void);
void             cvn_partner_sheet_free (CvnPartnerSheet *self);
CvnPartnerYear  *cvn_partner_sheet_get_year (CvnPartnerSheet *self, int year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnPartnerSheet, cvn_partner_sheet_free)

G_END_DECLS
