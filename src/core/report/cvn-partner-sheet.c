/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-sheet"

#include "cvn-partner-sheet.h"

/** cvn_partner_sheet_new: (transfer full): a sheet without figures. */
CvnPartnerSheet *
cvn_partner_sheet_new (void)
{
  CvnPartnerSheet *self = g_new0 (CvnPartnerSheet, 1);

  self->years = g_array_new (FALSE, TRUE, sizeof (CvnPartnerYear));
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/** cvn_partner_sheet_free: frees it with its figures. */
void
cvn_partner_sheet_free (CvnPartnerSheet *self)
{
  g_free (self->centre);
  g_free (self->today);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->role);
  g_free (self->status);
  g_array_unref (self->years);
  g_hash_table_unref (self->labels);
  g_clear_pointer (&self->contributions, cvn_table_unref);
  g_clear_pointer (&self->agreements, cvn_table_unref);
  g_clear_pointer (&self->decisions, cvn_table_unref);
  g_clear_pointer (&self->events, cvn_table_unref);
  g_clear_pointer (&self->bookings, cvn_table_unref);
  g_clear_pointer (&self->packages, cvn_table_unref);
  g_clear_pointer (&self->invoices, cvn_table_unref);
  g_free (self);
}

/** cvn_partner_sheet_get_year: the figures of @year, which it gets when it has none yet; valid until the next call. */
CvnPartnerYear *
cvn_partner_sheet_get_year (CvnPartnerSheet *self,
                            int              year)
{
  CvnPartnerYear added = { .year = year };
  guint          i = 0;

  while (i < self->years->len && g_array_index (self->years, CvnPartnerYear, i).year < year)
    i++;
  if (i == self->years->len || g_array_index (self->years, CvnPartnerYear, i).year != year)
    g_array_insert_val (self->years, i, added);
  return &g_array_index (self->years, CvnPartnerYear, i);
}
