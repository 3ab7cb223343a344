/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-figures-sheet"

#include "cvn-figures-sheet.h"

/** cvn_figures_sheet_new: (transfer full): a sheet without figures. */
CvnFiguresSheet *
cvn_figures_sheet_new (void)
{
  return g_new0 (CvnFiguresSheet, 1);
}

/** cvn_figures_sheet_free: frees it with its figures; nothing happens to NULL. */
void
cvn_figures_sheet_free (CvnFiguresSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->centre);
  g_free (self->today);
  g_free (self->period);
  g_free (self->filter);
  g_free (self->kind);
  g_free (self->place);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->contributions, cvn_table_unref);
  g_clear_pointer (&self->received, cvn_table_unref);
  g_clear_pointer (&self->fees, cvn_table_unref);
  g_clear_pointer (&self->registrations, cvn_table_unref);
  g_clear_pointer (&self->events_held, cvn_table_unref);
  g_clear_pointer (&self->budget, cvn_table_unref);
  g_clear_pointer (&self->budget_lines, cvn_table_unref);
  g_clear_pointer (&self->budget_versions, cvn_table_unref);
  g_clear_pointer (&self->by_month, cvn_table_unref);
  g_clear_pointer (&self->by_municipality, cvn_table_unref);
  g_clear_pointer (&self->registrations_by_municipality, cvn_table_unref);
  g_free (self);
}
