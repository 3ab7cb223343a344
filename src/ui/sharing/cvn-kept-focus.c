/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kept-focus"

#include "cvn-kept-focus.h"

#include "cvn-focus.h"

/** cvn_kept_focus_find: whether one of @rows (of GtkWidget) has the keyboard, and which. */
gboolean
cvn_kept_focus_find (GPtrArray *rows,
                     guint     *place)
{
  for (guint i = 0; i < rows->len; i++)
    if (cvn_focus_get_inside (rows->pdata[i]) != NULL)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/** cvn_kept_focus_give: gives the keyboard to the row at @place, or else to the last one, or else to @instead. */
void
cvn_kept_focus_give (GPtrArray *rows,
                     guint      place,
                     GtkWidget *instead)
{
  gtk_widget_grab_focus (rows->len > 0 ? rows->pdata[MIN (place, rows->len - 1)] : instead);
}
