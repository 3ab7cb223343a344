/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-chooser"

#include "cvn-card-chooser.h"

#include "cvn-narrow-choice.h"
#include "cvn-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>

static char *
dup_label (CvnRecord *card)
{
  if (cvn_record_get_integer (card, "frozen") != 0)
    /* Translators: a half-year and the number of its edition */
    return g_strdup_printf (_("%1$s, edition %2$d, signed off"), cvn_record_get_text (card, "half_year"), (int) cvn_record_get_integer (card, "edition"));
  return g_strdup_printf (_("%1$s, edition %2$d"), cvn_record_get_text (card, "half_year"), (int) cvn_record_get_integer (card, "edition"));
}

static gboolean
have_several_projects (GPtrArray *cards)
{
  for (guint i = 1; i < cards->len; i++)
    if (g_strcmp0 (cvn_record_get_text (cards->pdata[0], "project"), cvn_record_get_text (cards->pdata[i], "project")) != 0)
      return TRUE;
  return FALSE;
}

/** cvn_card_chooser_list: (transfer full): what each card is called, in the order of the book; @place is that of the chosen one. */
GtkStringList *
cvn_card_chooser_list (CvnCardBook *book,
                       guint       *place)
{
  GPtrArray          *cards = cvn_card_book_get_cards (book);
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (book);
  gboolean            several = have_several_projects (cards);
  GtkStringList      *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      g_autofree char *label = dup_label (cards->pdata[i]);
      const char      *project = several ? cvn_card_book_get_project_name (book, cvn_record_get_text (cards->pdata[i], "project"), cvn_interface_language ()) : NULL;
      /* Translators: a project, and the half-year and edition of its card */
      g_autofree char *full = project != NULL ? g_strdup_printf (_("%1$s: %2$s"), project, label) : g_strdup (label);

      gtk_string_list_append (labels, full);
      if (sheet != NULL && g_strcmp0 (cvn_record_get_id (cards->pdata[i]), cvn_record_get_id (sheet->card)) == 0)
        *place = i;
    }
  return labels;
}

/** cvn_card_chooser_new: (transfer floating): it gives way in a narrow window. */
GtkDropDown *
cvn_card_chooser_new (void)
{
  GtkDropDown *chooser = cvn_narrow_choice_new (_("Which card"));

  cvn_tooltip_set (chooser, _("Which card"));
  return chooser;
}
