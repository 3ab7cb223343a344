/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-benefits-sheet"

#include "cvn-benefits-sheet.h"

static void
line_free (gpointer data)
{
  CvnBenefitLine *line = data;

  g_free (line->title);
  g_free (line->channel);
  g_free (line->due);
  g_free (line->planned_on);
  g_free (line->delivered_on);
  g_free (line->proof);
  g_free (line);
}

/** cvn_benefits_sheet_new: (transfer full): of a partner that was promised nothing. */
CvnBenefitsSheet *
cvn_benefits_sheet_new (void)
{
  CvnBenefitsSheet *self = g_new0 (CvnBenefitsSheet, 1);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

/** cvn_benefits_sheet_free: frees it with its lines. */
void
cvn_benefits_sheet_free (CvnBenefitsSheet *self)
{
  cvn_letter_party_clear (&self->sender);
  cvn_letter_party_clear (&self->customer);
  g_free (self->today);
  g_free (self->packages);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/** cvn_benefits_sheet_add_line: a benefit, owned by the sheet, to be filled in. */
CvnBenefitLine *
cvn_benefits_sheet_add_line (CvnBenefitsSheet *self,
                             CvnBenefitState   state)
{
  CvnBenefitLine *line = g_new0 (CvnBenefitLine, 1);

  line->state = state;
  g_ptr_array_add (self->lines, line);
  return line;
}

/** cvn_benefits_sheet_count: how many benefits are in @state. */
guint
cvn_benefits_sheet_count (const CvnBenefitsSheet *self,
                          CvnBenefitState         state)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((const CvnBenefitLine *) g_ptr_array_index (self->lines, i))->state == state;
  return n;
}
